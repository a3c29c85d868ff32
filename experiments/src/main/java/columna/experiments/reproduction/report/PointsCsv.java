package columna.experiments.reproduction.report;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** {@code points.csv}: every number of every finished point, one to a line, with all bits. */
final class PointsCsv {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").setHeader("configuration", "seed", "number", "value").get();

    private PointsCsv() {}

    static String of(ReproductionResult result) {
        List<List<String>> lines = new ArrayList<>();
        result.measurements().byConfiguration().forEach((configuration, bySeed) -> bySeed.forEach((seed, measurement) ->
                measurement.numbers().forEach((name, value) ->
                        lines.add(List.of(configuration, Long.toString(seed), name, Double.toString(value))))));
        return Printed.lines(FORMAT, lines);
    }
}
