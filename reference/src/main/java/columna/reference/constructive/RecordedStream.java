package columna.reference.constructive;

import java.io.Closeable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/**
 * A stream that was recorded in a file of text, such as the frames of a game under a fixed policy: the first line is
 * {@code cumulant,discount,} and the names of n signals, every other line the numbers of one time step. A name that ends with {@code .gz} is a
 * compressed file. The true returns follow from the recording, from its end to its beginning; what would have come after its end counts as 0:
 *
 * <pre>
 *   G_t = c_(t+1) + gamma_(t+1) G_(t+1)      G_last = 0
 * </pre>
 *
 * The file is read twice, once for the returns, of which 8 bytes per time step are kept, and once along with the learner.
 */
public final class RecordedStream implements PredictionStream, Closeable {

    private final Path file;
    private final double[] returns;
    private final double[] observation;
    private RecordingReader reader;
    private int steps;

    /**
     * Reads and checks the whole recording.
     *
     * @throws IllegalArgumentException if it is malformed: one sentence with file, line and column
     */
    public RecordedStream(Path file) throws IOException {
        this.file = file;
        returns = returns(file);
        reader = new RecordingReader(file);
        observation = new double[reader.inputs()];
    }

    private static double[] returns(Path file) throws IOException {
        double[] cumulants = new double[1 << 10];
        double[] discounts = new double[1 << 10];
        int length = 0;
        try (RecordingReader reader = new RecordingReader(file)) {
            while (reader.next()) {
                if (length == cumulants.length) {
                    cumulants = Arrays.copyOf(cumulants, 2 * length);
                    discounts = Arrays.copyOf(discounts, 2 * length);
                }
                cumulants[length] = reader.cumulant();
                discounts[length] = reader.discount();
                length++;
            }
        }
        double[] returns = new double[length];
        for (int t = length - 2; t >= 0; t--) {
            returns[t] = cumulants[t + 1] + discounts[t + 1] * returns[t + 1];
        }
        return returns;
    }

    /** Records the next time steps of a stream; numbers are written so that reading them gives the same bits. */
    public static void record(PredictionStream stream, int count, Path file) throws IOException {
        OutputStream bytes = Files.newOutputStream(file);
        try (PrintWriter out = new PrintWriter(
                file.toString().endsWith(RecordingReader.COMPRESSED) ? new GZIPOutputStream(bytes) : bytes, false, StandardCharsets.UTF_8)) {
            out.print(RecordingReader.CUMULANT + "," + RecordingReader.DISCOUNT);
            for (int j = 1; j <= stream.inputs(); j++) {
                out.print(",x" + j);
            }
            out.print('\n');
            for (int t = 0; t < count; t++) {
                stream.advance();
                out.print(stream.cumulant() + "," + stream.discount());
                for (double value : stream.observation()) {
                    out.print("," + value);
                }
                out.print('\n');
            }
            if (out.checkError()) {
                throw new IOException(file + ": could not be written");
            }
        }
    }

    /** The time steps of the recording. */
    public int length() {
        return returns.length;
    }

    @Override
    public int inputs() {
        return observation.length;
    }

    /** @throws IllegalStateException after the last time step */
    @Override
    public void advance() {
        try {
            if (steps == returns.length || !reader.next()) {
                throw new IllegalStateException(file + ": the recording has " + returns.length + " time steps, and one more was asked for");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reader.copyObservation(observation);
        steps++;
    }

    @Override
    public double[] observation() {
        return observation;
    }

    @Override
    public double cumulant() {
        return reader.cumulant();
    }

    @Override
    public double discount() {
        return reader.discount();
    }

    @Override
    public double trueReturn() {
        return returns[steps - 1];
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(steps);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        reader.close();
        reader = new RecordingReader(file);
        int target = in.readInt();
        for (steps = 0; steps < target;) {
            advance();
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
