package columna.parquet;

import columna.experiments.study.export.Column;
import columna.experiments.study.export.ParquetConverter;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** Reads CSV into a DuckDB in memory and copies it to Parquet. */
public final class DuckDbConverter implements ParquetConverter {

    @Override
    public void convert(Path csv, List<Column> columns, Path parquet) throws IOException {
        String types = columns.stream().map(column -> text(column.name()) + ": " + text(type(column.type()))).collect(Collectors.joining(", ", "{", "}"));
        String sql = "COPY (SELECT * FROM read_csv(" + text(csv.toString()) + ", header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', "
                + "new_line = '\\n', columns = " + types + ")) TO " + text(parquet.toString()) + " (FORMAT parquet, COMPRESSION zstd)";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
    }

    private static String type(Column.Type type) {
        return switch (type) {
            case WHOLE -> "BIGINT";
            case NUMBER -> "DOUBLE";
            case TEXT -> "VARCHAR";
        };
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
