package columna.experiments.study.store;

import columna.experiments.yaml.BadInput;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of an attached study, {@code other}, taken over into {@code main}. What both hold must be equal; seconds, which are of no result, aside. */
final class OtherTables {

    private static final List<String> TABLES = List.of("computation", "point", "metric", "plan", "setting");

    private static final Map<String, String> CONFLICTS = new LinkedHashMap<>();

    static {
        CONFLICTS.put("the computation ",
                """
                SELECT a.key FROM main.computation a JOIN other.computation b ON a.key = b.key
                WHERE a.kind <> b.kind OR a.outcome <> b.outcome ORDER BY a.key LIMIT 1""");
        CONFLICTS.put("the point ",
                """
                SELECT a.id FROM main.point a JOIN other.point b ON a.id = b.id
                WHERE (a.state, a.reason, a.experiment, a.learning, a.reference, a.program)
                  IS NOT (b.state, b.reason, b.experiment, b.learning, b.reference, b.program) ORDER BY a.id LIMIT 1""");
        CONFLICTS.put("metrics of the point ",
                """
                SELECT point FROM (SELECT * FROM (SELECT * FROM main.metric EXCEPT SELECT * FROM other.metric)
                  UNION ALL SELECT * FROM (SELECT * FROM other.metric EXCEPT SELECT * FROM main.metric))
                WHERE point IN (SELECT id FROM main.point) AND point IN (SELECT id FROM other.point) ORDER BY point LIMIT 1""");
        CONFLICTS.put("the configuration ",
                """
                SELECT a.configuration FROM main.plan a JOIN other.plan b ON a.configuration = b.configuration AND a.seed = b.seed
                WHERE a.point <> b.point
                UNION ALL SELECT a.configuration FROM main.setting a JOIN other.setting b ON a.configuration = b.configuration AND a.axis = b.axis
                WHERE a.value <> b.value ORDER BY 1 LIMIT 1""");
    }

    private OtherTables() {}

    /**
     * In a transaction of the caller's.
     *
     * @param folder of the other, for a complaint
     */
    static void takeOver(Connection connection, Path folder) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> conflict : CONFLICTS.entrySet()) {
                try (ResultSet rows = statement.executeQuery(conflict.getValue())) {
                    if (rows.next()) {
                        throw new BadInput(folder + ": found " + conflict.getKey() + rows.getString(1) + " with other contents than in the folders before; "
                                + "allowed: folders that one version of columna computed");
                    }
                }
            }
            for (String table : TABLES) {
                statement.executeUpdate("INSERT OR IGNORE INTO main." + table + " SELECT * FROM other." + table);
            }
        }
    }
}
