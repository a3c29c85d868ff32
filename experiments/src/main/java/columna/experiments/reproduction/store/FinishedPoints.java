package columna.experiments.reproduction.store;

import columna.experiments.reproduce.Measurement;
import columna.experiments.reproduce.Point;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of lines of JSON: the run's identity, then one finished point each. A line counts once its line feed is there, so a line torn by
 * the end of the program is a point that is measured again. Doubles are written so that reading gives the same bits; infinities and not a
 * number are the strings that Java gives them.
 */
final class FinishedPoints {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    FinishedPoints(Path file) {
        this.file = file;
    }

    private record Line(String configuration, long seed, SortedMap<String, Double> numbers, SortedMap<String, Measurement.Curve> curves) {}

    /** The identity in the first line, if there is a file. */
    Optional<RunIdentity> identity() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return Optional.of(read(String.valueOf(lines.readLine()), RunIdentity.class));
        } catch (CharacterCodingException binary) {
            throw new Unreadable(file, "no text", binary);
        }
    }

    /** Begins the file. */
    void begin(RunIdentity identity) throws IOException {
        WholeFile.write(file, line(identity));
    }

    /** Takes away what follows the last line feed, so that the next point begins a line. */
    void cutTornLine() throws IOException {
        try (RandomAccessFile whole = new RandomAccessFile(file.toFile(), "rw")) {
            whole.setLength(wholeLines(Files.readAllBytes(file)));
        }
    }

    /** Up to and with the last line feed. */
    private static int wholeLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /** The points of all whole lines. */
    Map<PointKey, Measurement> read() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Map<PointKey, Measurement> finished = new LinkedHashMap<>();
        new String(bytes, 0, wholeLines(bytes), StandardCharsets.UTF_8).lines().skip(1).map(text -> read(text, Line.class))
                .forEach(line -> finished.put(
                        new PointKey(line.configuration(), line.seed()), new Measurement(line.numbers(), line.curves())));
        return finished;
    }

    /** Adds a point; it is on disk when this returns. */
    void append(Point point, Measurement measurement) throws IOException {
        byte[] line = line(new Line(point.configuration(), point.seed(), measurement.numbers(), measurement.curves()));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer left = ByteBuffer.wrap(line);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(false);
        }
    }

    private static byte[] line(Object value) {
        return (JSON.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private <T> T read(String line, Class<T> type) {
        try {
            return JSON.readValue(line, type);
        } catch (JacksonException foreign) {
            throw new Unreadable(file, "a line that is not this program's", foreign);
        }
    }
}
