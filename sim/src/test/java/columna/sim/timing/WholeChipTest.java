package columna.sim.timing;

import static org.assertj.core.api.Assertions.assertThat;

import columna.hardware.block.Ports;
import columna.sim.SmallChips;
import columna.sim.accounting.ActionCounts;
import columna.sim.accounting.Blocks;
import columna.sim.accounting.RunActivity;
import columna.sim.chip.Chip;
import columna.sim.cores.LearningRule;
import columna.sim.cores.NetworkShape;
import columna.sim.cores.Optimiser;
import columna.sim.program.Phase;
import columna.sim.program.StepKind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that hold for whole chips: order-free, remembering is free, phases sum up, deadlines, port kinds and lanes. */
class WholeChipTest {

    static final List<StepKind> KINDS = List.of(
            new StepKind(true, false, false, false),
            new StepKind(false, true, false, false),
            new StepKind(false, true, true, false),
            new StepKind(true, true, true, true));

    static final List<Optimiser> OPTIMISERS =
            List.of(new Optimiser.GradientDescent(), new Optimiser.Momentum(3), new Optimiser.Adam(3, 10));

    private static final List<Chip> CHIPS = build();

    /** One chip for every rule, optimiser and kind of update, with lanes, ports and look-up units in turn. */
    static List<Chip> chips() {
        return CHIPS;
    }

    private static List<Chip> build() {
        List<Chip> chips = new ArrayList<>();
        int[] lanes = {1, 3, 4, 8};
        int next = 0;
        for (LearningRule rule : LearningRule.values()) {
            for (Optimiser optimiser : OPTIMISERS) {
                for (boolean within : new boolean[] {false, true}) {
                    Ports ports = Ports.values()[next % 3];
                    Chip chip = SmallChips.odd(rule, optimiser, within, lanes[next % 4], ports);
                    chips.add(TinyChips.withTableUnits(chip, 1 + next++ % 5));
                }
            }
        }
        chips.add(contending());
        return chips;
    }

    /** Three equal cores in a layer, which all want to send in the same cycle. */
    private static Chip contending() {
        return SmallChips.build(
                new NetworkShape(4, 17, 6, 2, 3, 2), LearningRule.ONLINE, new Optimiser.Momentum(3), false, 3, 4,
                Ports.ONE_READ_ONE_WRITE);
    }

    /** Without it the next test could pass although the order mattered. */
    @Test
    void coresContendForTheBus() {
        StepOutcome step = new TimingEngine(contending(), true).step(KINDS.getFirst());
        List<Long> ends = step.cores().stream()
                .filter(core -> core.name().startsWith("layer[0].recurrent"))
                .map(core -> core.operations().getLast().lastCycle())
                .toList();
        assertThat(ends).hasSize(3).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("chips")
    void theOrderInWhichCoresAreVisitedDoesNotMatter(Chip chip) {
        TimingEngine engine = new TimingEngine(chip, false);
        SplittableRandom random = new SplittableRandom(7);
        for (StepKind kind : KINDS) {
            StepOutcome expected = engine.step(kind);
            for (int shuffle = 0; shuffle < 3; shuffle++) {
                int[] order = IntStream.range(0, chip.cores().size()).toArray();
                for (int i = order.length - 1; i > 0; i--) {
                    int j = random.nextInt(i + 1);
                    int swap = order[i];
                    order[i] = order[j];
                    order[j] = swap;
                }
                assertThat(engine.run(kind, order, CycleObserver.NONE)).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("chips")
    void rememberedStepsEqualSimulatedOnes(Chip chip) {
        TimingEngine remembers = new TimingEngine(chip, true);
        TimingEngine forgets = new TimingEngine(chip, false);
        for (StepKind kind : KINDS) {
            StepOutcome first = remembers.step(kind);
            assertThat(remembers.step(kind)).isSameAs(first);
            StepOutcome again = forgets.step(kind);
            assertThat(forgets.step(kind)).isNotSameAs(again).isEqualTo(again);
            assertThat(again).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @MethodSource("chips")
    void cyclesOfPhasesAndReasonsSumUp(Chip chip) {
        TimingEngine engine = new TimingEngine(chip, true);
        for (StepKind kind : KINDS) {
            StepOutcome step = engine.step(kind);
            long phases = step.phases().values().stream().mapToLong(c -> c).sum();
            assertThat(phases + step.barrierCycles()).isEqualTo(step.cycles());
            assertThat(step.barrierCycles()).isPositive();
            assertThat(step.phases().keySet()).allMatch(kind::runs).contains(Phase.FORWARD);
            for (int i = 0; i < chip.cores().size(); i++) {
                CoreOutcome core = step.cores().get(i);
                long next = 0;
                for (OperationOutcome operation : core.operations()) {
                    assertThat(operation.firstCycle()).isEqualTo(next);
                    next = operation.lastCycle() + 1;
                    assertThat(operation.slots() + operation.stalls().values().stream().mapToLong(s -> s).sum())
                            .isEqualTo(operation.cycles());
                }
                assertThat(core.busyCycles()).isEqualTo(next);
                assertThat(core.laneUtilisation(step.cycles())).isBetween(0.0, 1.0);
                assertThat(Listing.of(step, i).rows()).hasSize(core.operations().size());
            }
        }
    }

    @Test
    void lanesAndPortsChangeCyclesButNotMultiplications() {
        long multiplies = -1;
        List<Long> cycles = new ArrayList<>();
        StepKind kind = new StepKind(true, true, true, true);
        for (Ports ports : Ports.values()) {
            for (int lanes : new int[] {1, 3, 4, 8}) {
                StepOutcome step = new TimingEngine(
                                SmallChips.odd(LearningRule.ONLINE, new Optimiser.Momentum(3), true, lanes, ports), true)
                        .step(kind);
                long products = step.cores().stream().flatMap(c -> c.operations().stream())
                        .mapToLong(OperationOutcome::multiplies).sum();
                assertThat(multiplies == -1 || multiplies == products).isTrue();
                multiplies = products;
                cycles.add(step.cycles());
            }
        }
        assertThat(cycles.subList(0, 4)).as("1RW: more lanes, fewer cycles").isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(cycles.get(0)).as("1RW is slower than 1R1W").isGreaterThan(cycles.get(4));
        assertThat(cycles.get(4)).as("2R1W is no slower than 1R1W").isGreaterThanOrEqualTo(cycles.get(8));
        assertThat(cycles.stream().distinct().count()).isGreaterThan(4);
    }

    @Test
    void aLateStepIsAResult() {
        Chip chip = SmallChips.odd(LearningRule.ONLINE, new Optimiser.GradientDescent(), false, 4, Ports.ONE_READ_ONE_WRITE);
        StepKind kind = KINDS.getFirst();
        long cycles = new TimingEngine(chip, true).step(kind).cycles();
        for (long deadline : new long[] {cycles - 1, cycles}) {
            StepOutcome step = new TimingEngine(Blocks.of(chip), true, OptionalLong.of(deadline)).step(kind);
            assertThat(step.late()).isEqualTo(deadline < cycles);
            assertThat(step.cycles()).isEqualTo(cycles);
        }
    }

    @Test
    void aRunIsTheSumOfItsSteps() {
        Chip chip = SmallChips.odd(LearningRule.TRUNCATED, new Optimiser.Momentum(3), false, 3, Ports.ONE_READ_WRITE);
        TimingEngine engine = new TimingEngine(chip, true);
        RunActivity run = new RunActivity();
        ActionCounts counts = ActionCounts.NONE;
        long cycles = 0;
        for (StepKind kind : List.of(KINDS.get(0), KINDS.get(2), KINDS.get(2), KINDS.get(3))) {
            run.add(kind, 1);
            counts = counts.plus(engine.step(kind).counts());
            cycles += engine.step(kind).cycles();
        }
        assertThat(run.counts(kind -> engine.step(kind).counts())).isEqualTo(counts);
        assertThat(run.cycles(kind -> engine.step(kind).cycles())).isEqualTo(cycles);
        assertThat(run.steps()).isEqualTo(4);
    }
}
