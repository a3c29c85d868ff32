package columna.reference.constructive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was saved and restored goes on as if it had not been: the same errors and the same saved bytes later on. */
class CheckpointTest {

    @TempDir
    private static Path folder;

    private static byte[] saved(PredictionRun run) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        run.save(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static PredictionRun restored(Supplier<PredictionRun> fresh, byte[] state) throws IOException {
        PredictionRun run = fresh.get();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(state));
        run.restore(in);
        assertThat(in.available()).as("all that was saved is read").isZero();
        return run;
    }

    /** Cut in odd places: inside a trial, in the first and in the second stage, before and after the window of T-BPTT is full. */
    private static void goesOnAsIfNothingHadBeen(Supplier<PredictionRun> fresh) throws IOException {
        PredictionRun undisturbed = fresh.get();
        PredictionRun cut = fresh.get();
        for (int steps : new int[] {5, 346, 1_000, 1_234}) {
            double expected = undisturbed.learn(steps);
            assertThat(cut.learn(steps)).isEqualTo(expected);
            cut = restored(fresh, saved(cut));
            assertThat(cut.steps()).isEqualTo(undisturbed.steps());
        }
        assertThat(cut.learn(777)).isEqualTo(undisturbed.learn(777)).isPositive();
        assertThat(saved(cut)).isEqualTo(saved(undisturbed));
    }

    private static PredictionRun ofColumns(PredictionStream stream) {
        return new PredictionRun(ConstructiveNetwork.draw(ConstructiveSpec.paper(stream.inputs(), 2, 2, 1_100, 1e-2, 1e-3), 3), stream);
    }

    private static PredictionRun truncated(PredictionStream stream) {
        return new PredictionRun(TruncatedNetwork.draw(TruncatedSpec.paper(stream.inputs(), 9, 3, 1e-2), 3), stream);
    }

    @Test
    void columns() throws IOException {
        goesOnAsIfNothingHadBeen(() -> ofColumns(new TracePatterning(TrialTiming.PAPER, 0.9, 3)));
        goesOnAsIfNothingHadBeen(() -> ofColumns(new TraceConditioning(TrialTiming.PAPER, 0.9, 3)));
    }

    @Test
    void truncatedBackpropagation() throws IOException {
        goesOnAsIfNothingHadBeen(() -> truncated(new TracePatterning(TrialTiming.PAPER, 0.9, 3)));
        goesOnAsIfNothingHadBeen(() -> truncated(new TraceConditioning(TrialTiming.PAPER, 0.9, 3)));
    }

    @Test
    void recordings() throws IOException {
        Path file = folder.resolve("recording.csv");
        RecordedStream.record(new TracePatterning(TrialTiming.PAPER, 0.9, 4), 4_000, file);
        goesOnAsIfNothingHadBeen(() -> {
            try {
                return ofColumns(new RecordedStream(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void anotherShapeIsRefused() throws IOException {
        byte[] state = saved(ofColumns(new TracePatterning(TrialTiming.PAPER, 0.9, 3)));
        assertThatThrownBy(() -> restored(() -> ofColumns(new TraceConditioning(TrialTiming.PAPER, 0.9, 3)), state))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("checkpoint: a row of");
        byte[] half = java.util.Arrays.copyOf(state, state.length / 2);
        assertThatThrownBy(() -> restored(() -> ofColumns(new TracePatterning(TrialTiming.PAPER, 0.9, 3)), half))
                .isInstanceOf(EOFException.class);
    }
}
