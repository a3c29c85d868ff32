package columna.hardware.technology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** A table of the resources: lines of comma-separated cells without quotes, a header line, comments from {@code #}. */
record Csv(List<String> header, List<Row> rows) {
    /** One line; a cell is asked for by its column's name. */
    record Row(List<String> header, String[] cells) {
        String text(String column) {
            return cells[header.indexOf(column)];
        }

        double number(String column) {
            return Double.parseDouble(text(column));
        }

        boolean has(String column, String value) {
            return text(column).equals(value);
        }
    }

    static Csv resource(String name) {
        return resource(name, "");
    }

    /** Only the rows whose line begins with {@code prefix}: large tables are mostly other nodes. */
    static Csv resource(String name, String prefix) {
        try (InputStream in = Csv.class.getResourceAsStream("/technologies/data/" + name)) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).toList();
            var header = List.of(lines.getFirst().split(","));
            return new Csv(header, lines.stream().skip(1).filter(line -> line.startsWith(prefix))
                    .map(line -> new Row(header, line.split(","))).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The table " + name + " cannot be read.", e);
        }
    }

    Csv where(Predicate<Row> wanted) {
        return new Csv(header, rows.stream().filter(wanted).toList());
    }

    Csv where(String column, String value) {
        return where(row -> row.has(column, value));
    }

    double[] numbers(String column) {
        return rows.stream().mapToDouble(row -> row.number(column)).toArray();
    }

    /** The different numbers of a column, ascending. */
    double[] sizes(String column) {
        return Arrays.stream(numbers(column)).sorted().distinct().toArray();
    }
}
