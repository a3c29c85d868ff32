package columna.experiments.run;

import static columna.experiments.SmallExperiments.join;
import static columna.experiments.SmallExperiments.small;
import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.result.RunResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a threshold of errors changes: with 0 no bit, with more the errors that arrive, and never anything by way of the hardware. */
class SkippedErrorsTest {

    private static final String[] FEW = {"learning.sequences=4", "learning.update.count=2"};

    static List<String> names() {
        return columna.experiments.SmallExperiments.names();
    }

    private static String[] with(String... settings) {
        return join(FEW, settings);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aThresholdOfZeroChangesNoBitAndCostsFlags(String name) {
        LearnedChip.Timed all = LearnedChip.timed(small(name, FEW));
        LearnedChip.Timed zero = LearnedChip.timed(small(name, with("chip.bus.error_threshold=0")));
        assertThat(zero.chip()).isEqualTo(all.chip());
        assertThat(zero.cycles()).isGreaterThan(all.cycles());
    }

    /** Skipping is by elements, whatever packets a bus makes of them. */
    @ParameterizedTest
    @MethodSource("names")
    void withAThresholdBitsStillDoNotDependOnHardware(String name) {
        String threshold = "chip.bus.error_threshold=0.05";
        LearnedChip untimed = LearnedChip.untimed(small(name, with(threshold)));
        assertThat(untimed).isNotEqualTo(LearnedChip.untimed(small(name, FEW)));
        for (String setting : List.of("chip.bus.width_bits=24", "chip.bus.topology=mesh", "chip.mixing_core.lanes=3")) {
            assertThat(LearnedChip.timed(small(name, with(threshold, setting))).chip()).as(setting).isEqualTo(untimed);
        }
    }

    /** Steps with errors are clocked one by one in any case; remembering the others is free. */
    @Test
    void rememberedStepsCostTheSame() {
        String threshold = "chip.bus.error_threshold=0.05";
        LearnedChip.Timed remembered = LearnedChip.timed(small("copy-task", with(threshold)));
        LearnedChip.Timed clocked = LearnedChip.timed(small("copy-task", with(threshold, "chip.remember_steps=false")));
        assertThat(clocked.cycles()).isEqualTo(remembered.cycles());
        assertThat(clocked.counts()).isEqualTo(remembered.counts());
    }

    /**
     * Beats in closed form. Small copy-task: every element is a packet of its own on a bus of one word's 18 bits, so what is not skipped is a beat,
     * and flags are one beat for each sender and step: the decoder, a mixing core twice and every LRU core.
     */
    @Test
    void onABusOfOneWordEveryElementSkippedIsABeatSaved() {
        RunResult run = Simulated.of(small("copy-task", with("chip.bus.error_threshold=0.05", "chip.bus.width_bits=18")));
        int layers = run.spec().network().layers();
        long width = run.spec().network().width();
        long senders = layers + 1 + layers + (long) layers * run.spec().chip().coresPerLayer();
        long errorSteps = run.sequences() * run.spec().task().scoredSteps();
        assertThat(run.errors().elements()).isEqualTo(errorSteps * senders * width);
        assertThat(run.errors().beatsOfAll()).isEqualTo(run.errors().elements());
        assertThat(run.errors().skippedElements()).isBetween(1L, run.errors().elements() - 1);
        long flags = errorSteps * senders * Math.ceilDiv(width, 18);
        assertThat(run.errors().beats()).isEqualTo(run.errors().elements() - run.errors().skippedElements() + flags);
    }

    /** Without a threshold the comparison is with itself. */
    @Test
    void aChipThatSendsAllSavesNothing() {
        RunResult run = Simulated.of(small("copy-task", FEW));
        assertThat(run.errors().skippedElements()).isZero();
        assertThat(run.errors().beats()).isEqualTo(run.errors().beatsOfAll()).isPositive();
        assertThat(run.errors().cyclesOfAll()).isEqualTo(run.cycles());
        assertThat(run.errors().energyOfAll().total()).isEqualTo(run.energy().total());
    }

    /** What is compared with is the run without the threshold, step by step: a threshold of 0 learns the same in the same steps. */
    @Test
    void theComparisonIsWithTheChipThatSendsAll() {
        RunResult zero = Simulated.of(small("copy-task", with("chip.bus.error_threshold=0")));
        RunResult all = Simulated.of(small("copy-task", FEW));
        assertThat(zero.errors().cyclesOfAll()).isEqualTo(all.cycles());
        assertThat(zero.errors().beatsOfAll()).isEqualTo(all.errors().beats());
        assertThat(zero.errors().energyOfAll().total()).isEqualTo(all.energy().total());
        assertThat(zero.energy().total().nominal()).isGreaterThan(all.energy().total().nominal());
    }
}
