package columna.experiments.study.report;

import columna.experiments.study.definition.Measure;
import columna.experiments.study.result.ConfigurationResult;
import columna.experiments.study.result.StudyResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * {@code results.csv} of a study: comments that say how it came about, a heading, and a line for each configuration with the level of each
 * axis, the mean of each measure over seeds, and the deviation of the loss.
 *
 * @param comments key to value
 * @param columns the heading
 * @param lines in the order of the study
 */
record StudyResultsCsv(Map<String, String> comments, List<String> columns, List<List<String>> lines) {

    static final String FILE = "results.csv";
    static final String STATE = "state";
    static final String DEVIATION = "loss deviation";

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator("\n").setCommentMarker('#').get();

    static StudyResultsCsv of(StudyResult result, Provenance provenance) {
        Map<String, String> comments = new LinkedHashMap<>();
        comments.put("study", result.study().name());
        comments.put("description", result.study().description());
        comments.put("seeds", String.join(" ", result.study().seeds().stream().map(String::valueOf).toList()));
        comments.put("version", provenance.version());
        comments.put("commit", provenance.commit());
        comments.put("date", provenance.finished().toString());
        comments.put("computations", Long.toString(provenance.computations()));
        comments.put("computing seconds", Long.toString(Math.round(provenance.computingSeconds())));
        comments.put("command", provenance.command());
        List<String> columns = new ArrayList<>(List.of("configuration"));
        result.study().axes().forEach(axis -> columns.add(axis.name()));
        columns.add("seeds");
        columns.add(STATE);
        for (Measure measure : Measure.values()) {
            columns.add(measure.word() + (measure.unit().equals("1") ? "" : " (" + measure.unit() + ")"));
        }
        columns.add(DEVIATION);
        columns.add("reference loss (nats)");
        List<ConfigurationResult> front = result.front();
        return new StudyResultsCsv(comments, columns, result.configurations().stream().map(c -> line(c, front.contains(c))).toList());
    }

    private static List<String> line(ConfigurationResult c, boolean front) {
        List<String> line = new ArrayList<>(List.of(Integer.toString(c.number())));
        line.addAll(c.settings().values());
        line.add(Integer.toString(c.points().size()));
        line.add(front ? "front" : ConfigurationSection.word(c.state()));
        for (Measure measure : Measure.values()) {
            line.add(number(c.mean(measure)));
        }
        line.add(number(c.deviation(Measure.LOSS)));
        line.add(number(c.mean("reference.loss")));
        return line;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        Object[] header = comments.entrySet().stream().map(comment -> comment.getKey() + ": " + comment.getValue()).toArray();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT.builder().setHeaderComments(header).setHeader(columns.toArray(String[]::new)).get())) {
            printer.printRecords(lines);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** Reads a file that was written so. */
    static StudyResultsCsv read(Path file) {
        try (CSVParser parser = CSVParser.parse(Files.readString(file, StandardCharsets.UTF_8), FORMAT.builder().setHeader().setSkipHeaderRecord(true).get())) {
            List<List<String>> lines = parser.stream().map(CSVRecord::toList).toList();
            Map<String, String> comments = new LinkedHashMap<>();
            String header = parser.getHeaderComment() == null ? "" : parser.getHeaderComment();
            header.lines().map(line -> line.split(": ", 2)).filter(pair -> pair.length == 2).forEach(pair -> comments.put(pair[0], pair[1]));
            return new StudyResultsCsv(comments, parser.getHeaderNames(), lines);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
