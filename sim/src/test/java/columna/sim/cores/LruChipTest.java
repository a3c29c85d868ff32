package columna.sim.cores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.hardware.block.Ports;
import columna.sim.SmallChips;
import columna.sim.chip.Chip;
import columna.sim.program.Memory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LruChipTest {

    @Test
    void everyRuleAndOptimiserMakesAProgram() {
        for (LearningRule rule : LearningRule.values()) {
            for (Optimiser optimiser : new Optimiser[] {
                new Optimiser.GradientDescent(), new Optimiser.Momentum(3), new Optimiser.Adam(3, 10)
            }) {
                for (boolean within : new boolean[] {false, true}) {
                    Chip chip = SmallChips.odd(rule, optimiser, within, 4, Ports.ONE_READ_ONE_WRITE);
                    assertThat(chip.cores()).hasSize(1 + 2 * 3 + 1);
                    assertThat(chip.signals().containsKey("lru.trace.B")).isEqualTo(rule == LearningRule.ONLINE);
                    assertThat(chip.signals().containsKey("lru.trace.gamma"))
                            .isEqualTo(rule == LearningRule.ONLINE && within);
                }
            }
        }
    }

    /** Real units have no phase and no word that is complex; a dense layer keeps a trace of A and B, for SnAp-1 alone. */
    @ParameterizedTest
    @EnumSource(LearningRule.class)
    void otherCellsHaveTheirOwnMemories(LearningRule rule) {
        Chip real = SmallChips.odd(RecurrentCell.REAL, rule, new Optimiser.Adam(3, 10), false);
        assertThat(real.signals().values()).noneMatch(Memory::complex);
        assertThat(real.signals()).containsKeys("lru.nu.log", "lru.B").doesNotContainKeys("lru.theta.log", "lru.angle", "lru.cosine", "lru.sine");
        assertThat(real.signals().containsKey("lru.trace.B")).isEqualTo(rule == LearningRule.ONLINE);
        Chip dense = SmallChips.odd(RecurrentCell.DENSE, rule, new Optimiser.Adam(3, 10), false);
        assertThat(dense.cores()).hasSize(1 + 2 * 2 + 1);
        assertThat(dense.signals().values()).noneMatch(Memory::complex);
        for (String trace : List.of("rnn.diagonal", "rnn.trace.A", "rnn.trace.B")) {
            assertThat(dense.signals().containsKey(trace)).as(trace).isEqualTo(rule == LearningRule.ONLINE);
        }
        assertThat(dense.signals().containsKey("rnn.gradient.A")).isEqualTo(rule != LearningRule.SPATIAL);
    }

    @Test
    void aDenseLayerIsOneCore() {
        NetworkShape shape = new NetworkShape(4, 7, 5, 2, 3, 2);
        assertThatThrownBy(() -> SmallChips.build(
                        RecurrentCell.DENSE, shape, LearningRule.ONLINE, new Optimiser.GradientDescent(), false, 2, 4, Ports.ONE_READ_ONE_WRITE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dense");
    }
}
