package columna.sim.timing;

import static org.assertj.core.api.Assertions.assertThat;

import columna.hardware.block.Ports;
import columna.sim.SmallChips;
import columna.sim.chip.BusHardware;
import columna.sim.chip.Chip;
import columna.sim.chip.PipelineHardware;
import columna.sim.chip.Topology;
import columna.sim.cores.LearningRule;
import columna.sim.cores.NetworkShape;
import columna.sim.program.MicroOperation;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * No shape, topology, width or queue makes a chip stop, and queues change nothing but how long who waits for the bus. That smaller queues
 * make a step longer holds for most chips only: the arbiter's order is fixed, so a beat that is refused can let another
 * core's go first, whose core may be the one that others wait for.
 */
class RandomChipsTest {

    private static final int CHIPS = 60;

    @Test
    void noChipDeadlocksAndQueuesOnlyMakeCoresWait() {
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
            Topology topology = Topology.values()[seed % Topology.values().length];
            List<StepOutcome> one = steps(seed, plain, pipeline, new BusHardware(topology, width, hops, 1));
            List<StepOutcome> four = steps(seed, plain, pipeline, new BusHardware(topology, width, hops, 4));
            assertThat(work(one)).as("seed %d: queues of 1 against 4 beats", seed).isEqualTo(work(four));
            slower += cycles(one) > cycles(four) ? 1 : 0;
        }
        assertThat(slower).as("chips that back-pressure slows down").isGreaterThan(CHIPS / 2);
    }

    private static List<StepOutcome> steps(int seed, Chip chip, PipelineHardware pipeline, BusHardware bus) {
        TimingEngine engine = new TimingEngine(Chip.of(chip.cores(), pipeline, bus, chip.random()), false);
        try {
            return WholeChipTest.KINDS.stream().map(engine::step).toList();
        } catch (IllegalArgumentException failure) {
            throw new AssertionError("seed " + seed + ", " + bus + ": " + failure.getMessage(), failure);
        }
    }

    private static long cycles(List<StepOutcome> steps) {
        return steps.stream().mapToLong(StepOutcome::cycles).sum();
    }

    /** Everything that a micro-operation does, and every cycle but those of waiting; a send waits while it reads and drains. */
    private static List<String> work(List<StepOutcome> steps) {
        return steps.stream()
                .flatMap(step -> step.cores().stream())
                .flatMap(core -> core.operations().stream().map(operation -> core.name() + " " + work(operation)))
                .toList();
    }

    private static String work(OperationOutcome operation) {
        List<Long> actions = List.of(operation.slots(), operation.reads(), operation.writes(), operation.multiplies());
        List<Long> cycles = operation.issued().operation() instanceof MicroOperation.Send
                ? List.of()
                : List.of(operation.stalls().get(Stall.PORT), operation.stalls().get(Stall.DRAIN));
        return operation.issued().operation().text() + ": " + actions + " " + cycles;
    }
}
