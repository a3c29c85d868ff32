package columna.reference.constructive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings: their returns, what a network learns from them, and what is said about a malformed one. */
class RecordedStreamTest {

    @TempDir
    private Path folder;

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("game.csv"), String.join("\n", lines) + "\n");
    }

    /** By hand: {@code G_2 = 0, G_1 = 4 + 1/2 0, G_0 = 2 + 0 G_1}, since the second time step begins an episode. */
    @Test
    void returnsFollowFromTheRecording() throws IOException {
        try (RecordedStream stream = new RecordedStream(file("cumulant,discount,left,right", "1,0.5,0,1", "2,0,-1.5e-1,.5", "4,0.5,+3,0"))) {
            assertThat(stream.length()).isEqualTo(3);
            assertThat(stream.inputs()).isEqualTo(2);
            expect(stream, 1, 0.5, 2, 0, 1);
            expect(stream, 2, 0, 4, -0.15, 0.5);
            expect(stream, 4, 0.5, 0, 3, 0);
            assertThatThrownBy(stream::advance).isInstanceOf(IllegalStateException.class)
                    .hasMessage(folder.resolve("game.csv") + ": the recording has 3 time steps, and one more was asked for");
        }
    }

    private static void expect(RecordedStream stream, double cumulant, double discount, double trueReturn, double... observation) {
        stream.advance();
        assertThat(new double[] {stream.cumulant(), stream.discount(), stream.trueReturn()}).containsExactly(cumulant, discount, trueReturn);
        assertThat(stream.observation()).containsExactly(observation);
    }

    private static TracePatterning live() {
        return new TracePatterning(TrialTiming.PAPER, 0.9, 5);
    }

    private static ConstructiveNetwork network() {
        return ConstructiveNetwork.draw(ConstructiveSpec.paper(12, 2, 2, 1_500, 1e-2, 1e-3), 5);
    }

    /**
     * The predictions and the network after them have the same bits. While a US is pending, the recording's return counts those after it as well:
     * the next one comes 105 time steps later or more (ITI + 1 + ISI), so that is at most 0.9^104 / (1 - 0.9^105) = 1.75e-5. The end of the
     * recording is left out.
     */
    @ParameterizedTest
    @ValueSource(strings = {"patterning.csv", "patterning.csv.gz"})
    void learningFromARecordingIsLearningFromTheStream(String name) throws IOException {
        int steps = 3_000;
        RecordedStream.record(live(), steps, folder.resolve(name));
        ConstructiveNetwork ofLive = network();
        ConstructiveNetwork ofRecorded = network();
        TracePatterning live = live();
        try (RecordedStream recorded = new RecordedStream(folder.resolve(name))) {
            for (int t = 0; t < steps; t++) {
                live.advance();
                recorded.advance();
                double expected = ofLive.step(live.observation(), live.cumulant(), live.discount());
                assertThat(ofRecorded.step(recorded.observation(), recorded.cumulant(), recorded.discount())).isEqualTo(expected);
                if (live.trueReturn() > 0 && t < steps - 200) {
                    assertThat(recorded.trueReturn() - live.trueReturn()).isBetween(-1e-15, 1.75e-5);
                }
            }
        }
        assertThat(ofLive.outputWeights()[1]).as("has learned something").isNotZero();
        assertThat(saved(ofRecorded)).isEqualTo(saved(ofLive));
    }

    private static byte[] saved(PredictionNetwork network) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        network.save(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            1,0.5,2,x   | 3:9: 'x' is not a finite decimal number, such as 0, -0.5 or 1.5e-3
            1,0.5,,0    | 3:7: '' is not a finite decimal number, such as 0, -0.5 or 1.5e-3
            NaN,0.5,2,1 | 3:1: 'NaN' is not a finite decimal number, such as 0, -0.5 or 1.5e-3
            1e999,1,2,1 | 3:1: '1e999' is not a finite decimal number, such as 0, -0.5 or 1.5e-3
            1,1.5,2,3   | 3:3: the discount is 1.5; allowed is 0 to 1
            1,1,2       | 3:6: the line has 3 numbers; the first line names 4
            1,1,2,3,4,5 | 3:8: the line has 6 numbers; the first line names 4
            ""          | 3:1: the line has 1 numbers; the first line names 4
            """)
    void aMalformedLineIsToldWithItsPlace(String line, String sentence) throws IOException {
        Path file = file("cumulant,discount,a,b", "0,1,0,0", line);
        assertThatThrownBy(() -> new RecordedStream(file).close()).isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file + ":" + sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cumulant,discount", "discount,cumulant,x", "1,2,3"})
    void aWrongFirstLineIsToldWithItsPlace(String header) throws IOException {
        Path file = file(header, "0,1,0");
        assertThatThrownBy(() -> new RecordedStream(file).close()).isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file + ":1:1: the file begins with '" + header
                        + "'; its first line must be 'cumulant,discount,' and the names of one signal or more");
    }
}
