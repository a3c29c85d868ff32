package columna.sim.timing;

import static org.assertj.core.api.Assertions.assertThat;

import columna.fixedpoint.Format;
import columna.fixedpoint.RandomWords;
import columna.fixedpoint.kernel.RowKernels;
import columna.hardware.block.Action;
import columna.hardware.block.Ports;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.chip.CoreHardware;
import columna.sim.function.FunctionalChip;
import columna.sim.program.CoreProgram;
import columna.sim.program.Memory;
import columna.sim.program.Phase;
import columna.sim.program.Purpose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Function and timing agree on how many random words a micro-operation uses. What function used is read off the bits of the
 * next one, which rounds 40 values that lie half-way: each goes up if and only if the upper half of the random words rounds
 * it. 40 such decisions fit one place of the sequence of random words.
 */
class StochasticDrawsTest {

    private static final int MOST_USES = 2000;
    private static final Format RANDOM_FORMAT = Format.parse("fixed<12,2,STOCHASTIC,SAT>");

    /** What it writes, and words by hand: real words of the destination, if its format is stochastic. */
    static Stream<Arguments> operations() {
        return Stream.of(
                Arguments.of("qh[h] := wh[h]", 7),
                Arguments.of("qh[h] := mnh[n,h]*vn[n]", 7),
                Arguments.of("qn[n] := mnh[n,h]*vh[h]", 5),
                Arguments.of("qnh[n,h] := cn[n]*cnh[n,h]", 2 * 5 * 7),
                Arguments.of("re(qnh[n,h]) := vn[n]*mnh[n,h]", 5 * 7),
                Arguments.of("im(qnh[n,h]) := vn[n]*mnh[n,h]", 5 * 7),
                Arguments.of("qh[h] := 0", 7),
                Arguments.of("qnh[n,h] := 0", 2 * 5 * 7),
                Arguments.of("qh[h] := qh[h] - s*wh[h]", 7),
                Arguments.of("receive qh[h] <- x", 7),
                Arguments.of("receive vh[h] <- x", 0),
                Arguments.of("vh[h] := f(wh[h])", 0),
                Arguments.of("vn[n] := max(mnh[n,h])", 0),
                Arguments.of("vh[h] := wh[h]", 0));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void functionUsesAsManyRandomWordsAsTimingDraws(String equation, int words) {
        for (int lanes : new int[] {1, 4}) {
            Chip chip = chip(equation, lanes);
            assertThat(drawn(chip)).as("timing, %d lanes", lanes).isEqualTo(words);
            assertThat(used(chip)).as("function, %d lanes", lanes).containsExactly(words);
        }
    }

    private static Chip chip(String equation, int lanes) {
        CoreHardware hardware = new CoreHardware(lanes, Ports.ONE_READ_ONE_WRITE);
        CoreProgram program = declarations().infer(Phase.FORWARD, equation, "qg[g] := s*vg[g]").build();
        List<Core> cores = new ArrayList<>(List.of(new Core("core", 1, program, hardware)));
        if (equation.startsWith("receive")) {
            for (String name : List.of("first", "second")) {
                CoreProgram sender = declarations().infer(Phase.FORWARD, "send vh[h] -> x").build();
                cores.add(new Core(name, 0, sender, hardware));
            }
        }
        return Chip.of(cores, TinyChips.UNIT, TinyChips.BUS, TinyChips.RANDOM);
    }

    private static CoreProgram.Builder declarations() {
        return TinyChips.declarations()
                .declare(new Memory("qh", List.of(TinyChips.H), false, Purpose.PARAMETER, RANDOM_FORMAT))
                .declare(new Memory("qn", List.of(TinyChips.N), false, Purpose.PARAMETER, RANDOM_FORMAT))
                .declare(new Memory("qg", List.of(TinyChips.G), false, Purpose.PARAMETER, RANDOM_FORMAT))
                .declare(new Memory("qnh", List.of(TinyChips.N, TinyChips.H), true, Purpose.PARAMETER, RANDOM_FORMAT));
    }

    private static long drawn(Chip chip) {
        long clocks = new TimingEngine(chip, false).step(TinyChips.INFER).counts()
                .sum(key -> key.core() == 0 && key.operation() == 0 && key.action() == Action.ADVANCE);
        assertThat(clocks % chip.random().bits()).isZero();
        return clocks / chip.random().bits();
    }

    /** All numbers of words that can have been used before the values half-way were rounded. */
    private static List<Integer> used(Chip chip) {
        FunctionalChip function = new FunctionalChip(chip, RowKernels.plain());
        function.cells(0, "s").load(new int[][] {{1 << TinyChips.WORD.fractionBits()}}, new int[0][]);
        int[] halfway = new int[TinyChips.G.size()];
        Arrays.fill(halfway, 1 << TinyChips.WORD.fractionBits() - RANDOM_FORMAT.fractionBits() - 1);
        function.cells(0, "vg").load(new int[][] {halfway}, new int[0][]);
        function.step(TinyChips.INFER);
        int[] rounded = function.cells(0, "qg").rows(false)[0];
        RandomWords random = RandomWords.of(chip.random().lfsr(), chip.random().bits());
        List<Integer> uses = new ArrayList<>();
        for (int first = 0; first < MOST_USES; first++) {
            int[] words = new int[rounded.length];
            random.fill(first, 1, words, words.length);
            if (Arrays.equals(Arrays.stream(words).map(word -> word >> chip.random().bits() - 1).toArray(), rounded)) {
                uses.add(first);
            }
        }
        return uses;
    }
}
