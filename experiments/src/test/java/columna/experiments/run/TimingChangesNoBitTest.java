package columna.experiments.run;

import static columna.experiments.SmallExperiments.join;
import static columna.experiments.SmallExperiments.small;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Law 1, over every shipped experiment: values never depend on the timing model. */
class TimingChangesNoBitTest {

    /** Each changes the clock's behaviour and nothing of the network. */
    private static final List<String[]> HARDWARE = List.of(
            new String[] {"chip.recurrent_core.lanes=1"},
            new String[] {"chip.recurrent_core.lanes=2", "chip.recurrent_core.ports=1RW"},
            new String[] {"chip.mixing_core.lanes=3"},
            new String[] {"chip.mixing_core.lanes=2", "chip.mixing_core.ports=1RW"},
            new String[] {"chip.bus.width_bits=24"},
            new String[] {"chip.bus.topology=broadcast", "chip.bus.width_bits=24"},
            new String[] {"chip.bus.topology=tree"},
            new String[] {"chip.bus.topology=ring"},
            new String[] {"chip.bus.topology=mesh"},
            new String[] {"chip.bus.hop_cycles=7", "chip.bus.buffer_beats=1"},
            new String[] {"chip.pipeline.memory_read_cycles=3"},
            new String[] {"chip.pipeline.multiply_cycles=4"},
            new String[] {"chip.pipeline.round_cycles=2"});

    static List<String> names() {
        return columna.experiments.SmallExperiments.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void timedEqualsUntimedOnAnyHardware(String name) {
        LearnedChip untimed = LearnedChip.untimed(small(name));
        LearnedChip.Timed shipped = LearnedChip.timed(small(name));
        assertThat(shipped.chip()).isEqualTo(untimed);
        assertThat(shipped.cycles()).isPositive();
        for (String[] settings : HARDWARE) {
            LearnedChip.Timed other = LearnedChip.timed(small(name, settings));
            assertThat(other.chip()).as("%s with %s", name, List.of(settings)).isEqualTo(untimed);
            assertThat(other.cycles()).as("settings that change no cycle test nothing: %s", List.of(settings))
                    .isNotEqualTo(shipped.cycles());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void theComparisonSeesASingleWord(String name) {
        Map<String, List<Integer>> words = LearnedChip.untimed(small(name)).words();
        assertThat(words).isNotEqualTo(LearnedChip.untimed(small(name, "learning.sequences=20")).words());
        assertThat(words).containsKeys("decoder decoder.w", "encoder rate");
        assertThat(words.keySet()).anyMatch(key -> key.matches("layer\\[1]\\.recurrent\\[0] (im lru|re lru|re rnn|lru|rnn).*\\.B"));
    }

    /** The engine that replays remembered steps and the one that clocks every step agree on cycles and on every count. */
    @ParameterizedTest
    @MethodSource("names")
    void rememberedStepsCostTheSame(String name) {
        String[] few = {"learning.sequences=4", "learning.update.count=2"};
        LearnedChip.Timed remembered = LearnedChip.timed(small(name, few));
        LearnedChip.Timed clocked = LearnedChip.timed(small(name, join(few, "chip.remember_steps=false")));
        assertThat(clocked.cycles()).isEqualTo(remembered.cycles());
        assertThat(clocked.counts()).isEqualTo(remembered.counts());
        assertThat(clocked.chip()).isEqualTo(remembered.chip());
    }
}
