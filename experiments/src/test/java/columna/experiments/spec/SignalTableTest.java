package columna.experiments.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The tolerances of signals are found as their formats are. */
class SignalTableTest {
    private static final Set<String> SIGNALS = Set.of("lru.h", "lru.trace.B", "lru.trace.lambda", "glu.w1");

    @Test
    void theLongestNameDecidesAndASettingReplacesTheFile() {
        String text = """
                experiment: x
                task: {name: copy}
                learning: {rule: online, optimiser: {name: sgd, rate: 1}}
                verify: {signal_to_noise: {lru: 10, lru.trace: format, lru.trace.B: 30.5}}
                """;
        VerifySpec verify = ExperimentSpec.parse("f", text, SIGNALS, List.of("verify.signal_to_noise.lru=11", "verify.gradient_cosine=0.5")).verify();
        assertThat(verify.signalToNoise().of("lru.h")).contains(11.0);
        assertThat(verify.signalToNoise().of("lru.trace.lambda")).isEqualTo(Optional.empty());
        assertThat(verify.signalToNoise().of("lru.trace.B")).contains(30.5);
        assertThat(verify.signalToNoise().of("glu.w1")).as("the default of the default").isEqualTo(Optional.empty());
        assertThat(verify.gradientCosine()).isEqualTo(0.5);
    }

    /** The flat view that a hash is made of has the same keys and values as the file. */
    @Test
    void theValuesOfAnExperimentAreThoseOfItsFile() {
        ExperimentSpec spec = ExperimentSpec.parse("f", "experiment: x\ntask: {name: copy}\nlearning: {rule: online, optimiser: {name: adam, rate: 1}}\n",
                SIGNALS, List.of("formats.lru.h=fixed<20,4>", "verify.signal_to_noise.lru.h=40"));
        assertThat(spec.values()).containsEntry("formats.lru.h", "\"fixed<20,4,RND,SAT>\"").containsEntry("verify.signal_to_noise.lru.h", "40")
                .containsEntry("seed", "1").doesNotContainKey("learning.optimiser.momentum");
        String[] settings = spec.values().entrySet().stream()
                .filter(entry -> !entry.getValue().startsWith("\"") || entry.getKey().startsWith("formats."))
                .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\"", ""))
                .toArray(String[]::new);
        assertThat(settings.length).isGreaterThan(60);
        String bare = "experiment: x\ntask: {name: copy}\nlearning: {rule: spatial, optimiser: {name: sgd, rate: 0}}\n";
        assertThat(ExperimentSpec.parse("g", bare, SIGNALS, List.of(settings))).isEqualTo(spec);
    }
}
