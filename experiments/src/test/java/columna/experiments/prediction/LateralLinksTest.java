package columna.experiments.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.spec.PredictionSpec;
import columna.experiments.spec.StreamSpec;
import columna.experiments.spec.SystemSpec;
import columna.reference.columnar.LateralMask;
import columna.reference.random.RandomStreams;
import columna.sim.program.StepKind;
import columna.sim.timing.StepOutcome;
import columna.sim.timing.TimingEngine;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lateral links are traffic: what the mask asks for is what the bus carries. */
class LateralLinksTest {

    private static final int COLUMNS = 5;
    private static final int WIDTH = 7;

    /** From the mask alone: a column sends the features that somebody else reads, once, and its state if somebody else reads it. */
    private static Map<String, Integer> wordsOf(PredictionSpec spec) {
        SystemSpec.FeatureColumns system = (SystemSpec.FeatureColumns) spec.system();
        LateralMask mask = LateralMask.random(
                COLUMNS, WIDTH, system.lateralShare(), new RandomStreams(spec.seed()).stream("columnar/mask"));
        Map<String, Integer> words = new TreeMap<>();
        for (int from = 0; from < COLUMNS; from++) {
            int features = 0;
            for (int feature = 0; feature < WIDTH; feature++) {
                boolean read = false;
                for (int to = 0; to < COLUMNS; to++) {
                    read |= to != from && mask.features()[to][from][feature];
                }
                features += read ? 1 : 0;
            }
            boolean stateRead = false;
            for (int to = 0; to < COLUMNS; to++) {
                stateRead |= to != from && mask.states()[to][from];
            }
            if (features > 0) {
                words.put("feature." + from, features);
            }
            if (stateRead && system.recurrent()) {
                words.put("state." + from, 1);
            }
        }
        return words;
    }

    /** On a broadcast wire each packet of n words of b bits takes the beats that n b bits fill, once, whoever listens. */
    @ParameterizedTest
    @CsvSource({"0, 16", "0.1, 16", "0.5, 40", "1, 64", "100, 64"})
    void theBusCarriesWhatTheMaskAsksFor(double share, int widthBits) {
        PredictionSpec spec = SmallPredictions.shipped(
                "master-user", "system.columns=" + COLUMNS, "system.width=" + WIDTH, "system.lateral_share=" + share, "stream.steps=100",
                "stream.scored_steps=10", "chip.bus.topology=broadcast", "chip.bus.width_bits=" + widthBits);
        OnlineSystem system = Systems.of(spec);
        Map<String, Integer> expected = wordsOf(spec);
        Map<String, Integer> carried = new TreeMap<>();
        system.built().channels().forEach((name, channel) -> {
            if (name.startsWith("feature.") || name.startsWith("state.")) {
                carried.put(name, channel.elements());
            }
        });
        assertThat(carried).isEqualTo(expected);
        StepOutcome outcome = new TimingEngine(system.built(), false).step(new StepKind(false, true, true, false));
        for (StepOutcome.Traffic traffic : outcome.channels()) {
            if (expected.containsKey(traffic.channel())) {
                int bits = system.built().channels().get(traffic.channel()).elementBits();
                int wordsPerBeat = Math.max(1, widthBits / bits);
                int beats = bits > widthBits
                        ? expected.get(traffic.channel()) * Math.ceilDiv(bits, widthBits)
                        : Math.ceilDiv(expected.get(traffic.channel()), wordsPerBeat);
                assertThat(traffic.beats()).as(traffic.channel()).isEqualTo(beats);
            }
        }
        assertThat(spec.stream().source()).isInstanceOf(StreamSpec.DifferingBits.class);
    }
}
