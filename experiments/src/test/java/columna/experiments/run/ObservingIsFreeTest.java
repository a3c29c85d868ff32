package columna.experiments.run;

import static columna.experiments.SmallExperiments.small;
import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.result.RunResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Law 2, over every shipped experiment: with or without observed sequences, the same bits, cycles and joules. */
class ObservingIsFreeTest {

    static List<String> names() {
        return columna.experiments.SmallExperiments.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void observedEqualsUnobserved(String name) {
        LearnedChip.Timed unobserved = LearnedChip.timed(small(name));
        // Sequences are observed only where gradients begin at zero; the longest interval between updates is 20.
        LearnedChip.Timed observed = LearnedChip.timed(small(name, "numerics.sampled_sequences=2"));
        assertThat(unobserved.sampled()).isZero();
        assertThat(observed.sampled()).isEqualTo(2);
        assertThat(observed.chip()).isEqualTo(unobserved.chip());
        assertThat(observed.cycles()).isEqualTo(unobserved.cycles());
        assertThat(observed.counts()).isEqualTo(unobserved.counts());
    }

    /** The whole way, with the precision study, to the bill. */
    @Test
    void aReportOfNumbersCostsNothing() {
        String[] tiny = {"learning.sequences=6", "task.pattern_steps=2"};
        RunResult unobserved = Simulated.of(small("copy-task", tiny));
        RunResult observed = Simulated.of(small("copy-task", "learning.sequences=6", "task.pattern_steps=2",
                "numerics.sampled_sequences=6"));
        assertThat(observed.numerics().sampled()).isEqualTo(6);
        assertThat(observed.precision()).isNotEmpty();
        assertThat(observed.curve().points()).isEqualTo(unobserved.curve().points());
        assertThat(observed.chipTest()).isEqualTo(unobserved.chipTest());
        assertThat(observed.cycles()).isEqualTo(unobserved.cycles());
        assertThat(observed.energy()).isEqualTo(unobserved.energy());
        assertThat(observed.area()).isEqualTo(unobserved.area());
    }
}
