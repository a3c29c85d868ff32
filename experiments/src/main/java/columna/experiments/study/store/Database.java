package columna.experiments.study.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** An open SQLite file: statements with values, and transactions that are on the disk when their method returns. One thread's at a time. */
final class Database implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Connection connection;

    private Database(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens a file, to read without a disk, to write with one.
     *
     * @throws SQLException if it is no database, or damaged
     */
    static Database open(Path file, Optional<Disk> disk) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_MILLIS);
        if (disk.isEmpty()) {
            config.setReadOnly(true);
        } else {
            config.setJournalMode(disk.get().journal());
            config.setSynchronous(SynchronousMode.FULL);
        }
        return new Database(config.createConnection("jdbc:sqlite:" + file));
    }

    /** The file fails in the middle of work: a full disk, for example. */
    static final class BrokenStore extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BrokenStore(SQLException cause) {
            super("the study's file fails: " + cause.getMessage(), cause);
        }
    }

    /** What is read of a row. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Changes that are made together. */
    @FunctionalInterface
    interface Changes {
        void make(Connection connection) throws SQLException;
    }

    /** Makes changes, all or none. */
    void transaction(Changes changes) {
        try {
            connection.setAutoCommit(false);
            try {
                changes.make(connection);
                connection.commit();
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new BrokenStore(failed);
        }
    }

    void update(String sql, Object... values) {
        try (PreparedStatement statement = prepared(sql, values)) {
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new BrokenStore(failed);
        }
    }

    <T> List<T> query(String sql, Row<T> row, Object... values) {
        try (PreparedStatement statement = prepared(sql, values); ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(row.of(rows));
            }
            return found;
        } catch (SQLException failed) {
            throw new BrokenStore(failed);
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }
}
