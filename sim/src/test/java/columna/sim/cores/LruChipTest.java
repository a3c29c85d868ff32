package columna.sim.cores;

import static org.assertj.core.api.Assertions.assertThat;

import columna.hardware.block.Ports;
import columna.sim.SmallChips;
import columna.sim.chip.Chip;
import org.junit.jupiter.api.Test;

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
}
