package columna.fixedpoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** One (gzip) CSV file of oracle vectors; columns are found by the names in its header. */
record OracleFile(Path path) {

    String kind() {
        return path.getFileName().toString().replaceAll("\\.csv(\\.gz)?$", "");
    }

    /** Feeds every line to the check and gives their number. */
    long forEach(Consumer<Line> check) throws IOException {
        try (BufferedReader reader = open(); Stream<String> lines = reader.lines()) {
            Map<String, Integer> columns = new HashMap<>();
            return lines.peek(text -> {
                String[] cells = text.split(",", -1);
                if (columns.isEmpty()) {
                    for (String name : cells) {
                        columns.put(name, columns.size());
                    }
                } else {
                    check.accept(new Line(columns, cells));
                }
            }).mapToLong(String::length).summaryStatistics().getCount() - 1;
        }
    }

    private BufferedReader open() throws IOException {
        InputStream raw = Files.newInputStream(path);
        InputStream plain = path.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }

    record Line(Map<String, Integer> columns, String[] cells) {

        String text(String column) {
            Integer index = columns.get(column);
            if (index == null || cells.length != columns.size()) {
                throw new IllegalStateException("No column " + column + " in " + columns + " of " + this);
            }
            return cells[index];
        }

        int integer(String column) {
            return Integer.parseInt(text(column));
        }

        long hex(String column) {
            return Long.parseUnsignedLong(text(column), 16);
        }

        long raw(String column) {
            return parse(text(column));
        }

        /** A space-separated list, or a range {@code lo..hi}. */
        List<Long> raws(String column) {
            String text = text(column);
            int dots = text.indexOf("..");
            return dots < 0
                    ? words(column).stream().map(Line::parse).toList()
                    : LongStream.rangeClosed(parse(text.substring(0, dots)), parse(text.substring(dots + 2))).boxed().toList();
        }

        List<String> words(String column) {
            return Arrays.asList(text(column).split(" "));
        }

        /** The format in the columns {@code w,i,s} with this suffix, without modes. */
        Format source(String suffix) {
            Format format = Format.fixed(integer("w" + suffix), integer("i" + suffix));
            return text("s" + suffix).equals("1") ? format : Format.ufixed(format.width(), format.integerBits());
        }

        Format target() {
            return new Format(integer("w"), integer("i"), text("s").equals("1"),
                    Quantization.valueOf(text("q")), Overflow.valueOf(text("o")), integer("n"));
        }

        private static long parse(String raw) {
            return raw.startsWith("-") ? Long.parseLong(raw) : Long.parseUnsignedLong(raw);
        }

        @Override
        public String toString() {
            return String.join(",", cells);
        }
    }
}
