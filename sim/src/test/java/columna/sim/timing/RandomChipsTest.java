package columna.sim.timing;

import static org.assertj.core.api.Assertions.assertThat;

import columna.hardware.block.Ports;
import columna.sim.SmallChips;
import columna.sim.chip.BusHardware;
import columna.sim.chip.Chip;
import columna.sim.chip.PipelineHardware;
import columna.sim.cores.LearningRule;
import columna.sim.cores.NetworkShape;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** No shape, width or queue makes a chip stop; smaller queues never make it faster on these chips. */
class RandomChipsTest {

    private static final int CHIPS = 60;

    @Test
    void noChipDeadlocksAndBackPressureOnlyCosts() {
        int slower = 0;
        for (int seed = 0; seed < CHIPS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int units = random.nextInt(1, 7);
            NetworkShape shape = new NetworkShape(
                    random.nextInt(1, 5), random.nextInt(1, 13), units, random.nextInt(1, 4), random.nextInt(1, 4),
                    random.nextInt(2, 4));
            Chip plain = SmallChips.build(
                    shape,
                    LearningRule.values()[random.nextInt(3)],
                    WholeChipTest.OPTIMISERS.get(random.nextInt(3)),
                    random.nextInt(2) == 0,
                    random.nextInt(1, units + 1),
                    random.nextInt(1, 10),
                    Ports.values()[random.nextInt(3)]);
            PipelineHardware pipeline =
                    new PipelineHardware(random.nextInt(1, 4), random.nextInt(1, 4), random.nextInt(1, 4));
            int width = random.nextInt(1, 100);
            int hops = random.nextInt(1, 4);
            long one = cycles(seed, plain, pipeline, new BusHardware(width, hops, 1));
            long four = cycles(seed, plain, pipeline, new BusHardware(width, hops, 4));
            assertThat(one).as("seed %d: queues of 1 against 4 beats", seed).isGreaterThanOrEqualTo(four);
            slower += one > four ? 1 : 0;
        }
        assertThat(slower).as("chips that back-pressure slows down").isGreaterThan(CHIPS / 2);
    }

    private static long cycles(int seed, Chip chip, PipelineHardware pipeline, BusHardware bus) {
        Chip changed = Chip.of(chip.cores(), pipeline, bus, chip.random());
        long cycles = 0;
        for (var kind : WholeChipTest.KINDS) {
            try {
                cycles += new TimingEngine(changed, false).step(kind).cycles();
            } catch (IllegalArgumentException failure) {
                throw new AssertionError("seed " + seed + ", " + bus + ": " + failure.getMessage(), failure);
            }
        }
        return cycles;
    }
}
