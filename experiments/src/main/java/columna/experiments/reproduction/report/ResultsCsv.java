package columna.experiments.reproduction.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * {@code results.csv}: comments that say how it came about, a heading, and a line for each comparison and claim.
 *
 * @param comments key to value
 * @param lines in the order of the report
 */
record ResultsCsv(Map<String, String> comments, List<ResultLine> lines) {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").setCommentMarker('#').get();

    static ResultsCsv of(ReproductionResult result) {
        Map<String, String> comments = new LinkedHashMap<>();
        comments.put("reproduction", result.reproduction().name());
        comments.put("size", result.size());
        comments.put("seeds", result.seeds());
        comments.put("points", result.finished() + " of " + result.points().size());
        comments.put("version", result.version());
        comments.put("commit", result.commit());
        comments.put("date", result.date().toString());
        comments.put("command", result.command());
        return new ResultsCsv(comments, ResultLine.of(result.findings()));
    }

    String text() {
        Object[] comments = this.comments.entrySet().stream().map(comment -> comment.getKey() + ": " + comment.getValue()).toArray();
        CSVFormat format = FORMAT.builder().setHeaderComments(comments).setHeader(ResultLine.COLUMNS.toArray(String[]::new)).get();
        return Printed.lines(format, lines.stream().map(ResultLine::fields).toList());
    }

    /**
     * Reads a file that was written so.
     *
     * @throws IllegalArgumentException if it has other columns
     */
    static ResultsCsv read(Path file) {
        CSVFormat format = FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = CSVParser.parse(Files.readString(file, StandardCharsets.UTF_8), format)) {
            List<ResultLine> lines = parser.stream().map(CSVRecord::toList).map(ResultLine::of).toList();
            if (!parser.getHeaderNames().equals(ResultLine.COLUMNS)) {
                throw new IllegalArgumentException(file + ": found the columns " + parser.getHeaderNames() + "; allowed: " + ResultLine.COLUMNS);
            }
            Map<String, String> comments = new LinkedHashMap<>();
            String header = parser.getHeaderComment() == null ? "" : parser.getHeaderComment();
            header.lines().map(line -> line.split(": ", 2)).filter(pair -> pair.length == 2).forEach(pair -> comments.put(pair[0], pair[1]));
            return new ResultsCsv(comments, lines);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
