package columna.sim.function;

import static org.assertj.core.api.Assertions.assertThat;

import columna.fixedpoint.Format;
import columna.fixedpoint.kernel.RowKernels;
import columna.hardware.block.Ports;
import columna.sim.SmallChips;
import columna.sim.chip.Chip;
import columna.sim.cores.LearningRule;
import columna.sim.cores.NetworkShape;
import columna.sim.cores.Optimiser;
import columna.sim.cores.RecurrentCell;
import columna.sim.program.Purpose;
import columna.sim.program.StepKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Array kernels, element by element, plain or vector, cores in any order: five ways to the same bits. */
class TwinChipsTest {

    private static final int OBSERVED = 3;
    private static final int BY_DEFINITION = 4;
    private static final StepKind FIRST = new StepKind(true, true, false, false);
    private static final StepKind SILENT = new StepKind(false, true, false, false);
    private static final StepKind TARGET = new StepKind(false, true, true, false);
    private static final StepKind UPDATE = new StepKind(false, true, true, true);

    static Stream<Arguments> designs() {
        List<Arguments> designs = new ArrayList<>();
        for (LearningRule rule : LearningRule.values()) {
            designs.add(Arguments.of(rule, new Optimiser.GradientDescent(), false));
            designs.add(Arguments.of(rule, new Optimiser.Momentum(3), true));
            designs.add(Arguments.of(rule, new Optimiser.Adam(3, 10), rule == LearningRule.ONLINE));
        }
        return designs.stream();
    }

    @ParameterizedTest
    @MethodSource("designs")
    void allWaysGiveTheSameBits(LearningRule rule, Optimiser optimiser, boolean within) {
        Chip chip = SmallChips.odd(rule, optimiser, within, 4, Ports.ONE_READ_ONE_WRITE);
        allWaysGiveTheSameBits(chip, "lru.h", 2 * 2 * 5, 3);
    }

    static Stream<Arguments> otherCells() {
        return Stream.of(LearningRule.values()).flatMap(rule -> Stream.of(
                Arguments.of(RecurrentCell.REAL, rule, new Optimiser.Momentum(3), true),
                Arguments.of(RecurrentCell.REAL, rule, new Optimiser.Adam(3, 10), false),
                Arguments.of(RecurrentCell.DENSE, rule, new Optimiser.Momentum(3), true),
                Arguments.of(RecurrentCell.DENSE, rule, new Optimiser.Adam(3, 10), false)));
    }

    @ParameterizedTest
    @MethodSource("otherCells")
    void allWaysGiveTheSameBitsWithOtherCells(RecurrentCell cell, LearningRule rule, Optimiser optimiser, boolean within) {
        Chip chip = SmallChips.odd(cell, rule, optimiser, within);
        allWaysGiveTheSameBits(chip, cell == RecurrentCell.DENSE ? "rnn.h" : "lru.h", 2 * 5, 3);
    }

    /** Rows of several vectors and a tail, and units that do not divide among cores. */
    @ParameterizedTest
    @MethodSource("designs")
    void allWaysGiveTheSameBitsInLongRows(LearningRule rule, Optimiser optimiser, boolean within) {
        NetworkShape shape = new NetworkShape(4, 40, 33, 1, 3, 2);
        Chip chip = SmallChips.build(shape, rule, optimiser, within, 2, 4, Ports.ONE_READ_ONE_WRITE);
        allWaysGiveTheSameBits(chip, "lru.h", 2 * 33, 1);
    }

    /** {@code words} are those of the hidden state on the whole chip. */
    private static void allWaysGiveTheSameBits(Chip chip, String hidden, int words, int seeds) {
        for (long seed = 1; seed <= seeds; seed++) {
            List<Integer> shuffled = new ArrayList<>(
                    IntStream.range(0, chip.cores().size()).boxed().toList());
            Collections.shuffle(shuffled, new Random(seed));
            List<FunctionalChip> twins = List.of(
                    new FunctionalChip(chip, RowKernels.plain()),
                    new FunctionalChip(chip, RowKernels.vector()),
                    new FunctionalChip(chip, RowKernels.plain(), shuffled),
                    new FunctionalChip(chip, RowKernels.plain()),
                    new FunctionalChip(chip, RowKernels.plain()));
            for (FunctionalChip twin : twins) {
                load(twin, new Random(seed));
                twin.prepare();
            }
            Random inputs = new Random(seed + 100);
            for (StepKind kind : List.of(FIRST, SILENT, TARGET, TARGET, UPDATE, FIRST, TARGET, UPDATE, TARGET)) {
                long step = inputs.nextLong();
                for (int twin = 0; twin < twins.size(); twin++) {
                    feed(twins.get(twin), kind, new Random(step));
                    if (twin == OBSERVED) {
                        twins.get(twin).step(kind, (core, phase, cells) -> {});
                    } else if (twin == BY_DEFINITION) {
                        twins.get(twin).stepByDefinition(kind);
                    } else {
                        twins.get(twin).step(kind);
                    }
                }
                for (int twin = 1; twin < twins.size(); twin++) {
                    assertEqual(twins.get(0), twins.get(twin), "seed " + seed + ", twin " + twin + ", " + kind);
                }
            }
            assertThat(twins.get(OBSERVED).records().get(hidden).words()).isEqualTo((9L + 2) * words);
            assertThat(twins.get(OBSERVED).records())
                    .as("seed %d", seed)
                    .usingRecursiveComparison()
                    .isEqualTo(twins.get(BY_DEFINITION).records());
        }
    }

    private static void load(FunctionalChip chip, Random random) {
        for (int core = 0; core < chip.chip().cores().size(); core++) {
            for (var memory : chip.chip().cores().get(core).program().memories()) {
                if (memory.purpose() == Purpose.PARAMETER) {
                    int[][] real = words(memory.rows(), memory.columns(), memory.format(), random);
                    int[][] imaginary =
                            memory.complex() ? words(memory.rows(), memory.columns(), memory.format(), random) : new int[0][];
                    chip.cells(core, memory.name()).load(real, imaginary);
                }
            }
        }
    }

    private static int[][] words(int rows, int columns, Format format, Random random) {
        // A few bits less than the format, so that some sums saturate and most do not.
        int bits = Math.max(2, format.width() - 3);
        int[][] words = new int[rows][columns];
        for (int[] row : words) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextInt(-(1 << (bits - 1)), 1 << (bits - 1));
            }
        }
        return words;
    }

    private static void feed(FunctionalChip chip, StepKind kind, Random random) {
        chip.send("input", random.ints(4, -4096, 4096).toArray());
        if (kind.error()) {
            chip.send("target", random.ints(6, 0, 4096).toArray());
        }
        if (kind.update()) {
            chip.send("rate", new int[] {random.nextInt(2000)});
            chip.send("rate.recurrent", new int[] {random.nextInt(2000)});
        }
    }

    private static void assertEqual(FunctionalChip expected, FunctionalChip actual, String when) {
        for (int core = 0; core < expected.chip().cores().size(); core++) {
            for (var memory : expected.chip().cores().get(core).program().memories()) {
                for (boolean imaginary : memory.complex() ? new boolean[] {false, true} : new boolean[] {false}) {
                    assertThat(actual.cells(core, memory.name()).rows(imaginary))
                            .as("%s of core %s, %s", memory.name(), core, when)
                            .isDeepEqualTo(expected.cells(core, memory.name()).rows(imaginary));
                }
            }
        }
    }
}
