package columna.sim.function;

import static org.assertj.core.api.Assertions.assertThat;

import columna.fixedpoint.Format;
import columna.fixedpoint.Lfsr;
import columna.fixedpoint.RandomWords;
import columna.fixedpoint.kernel.RowKernels;
import columna.sim.program.Axis;
import columna.sim.program.CoreProgram;
import columna.sim.program.Memory;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.Phase;
import columna.sim.program.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The ways through a sum of products on the same words: accumulators of 32 bits wherever bounds allow, 64 bits forced, and
 * the definition element by element. Words of every size make the proof succeed at once, after reading vectors, for some rows
 * only, and for none.
 */
class RowSumTest {

    private static final Axis N = new Axis("n", 9);
    private static final Axis H = new Axis("h", 21);
    private static final Axis K = new Axis("k", 189);
    private static final int RANDOM_BITS = 8;
    private static final int[] BITS = {1, 3, 7, 10, 12, 14, 16, 32};

    @ParameterizedTest
    @ValueSource(strings = {
        "m[n,h] := c[n]*m[n,h] + r[n]*x[h]",
        "m[n,h] := r[n]*x[h] + c[n]*m[n,h]",
        "m[n,h] := conj(c[n])*m[n,h] + r[n]*x[h]",
        "m[n,h] := c[n]*conj(m[n,h]) + r[n]*x[h]",
        "m[n,h] := m[n,h] + c[n]*conj(w[n,h])",
        "m[n,h] := m[n,h] + x[h]*conj(c[n])",
        "m[n,h] := m[n,h] - r[n]*w[n,h]",
        "m[n,h] := c[n]*w[n,h] + s*m[n,h] - r[n]",
        "m[n,h] := 0",
        "m[n,h] := m[n,h] - 2^-3*m[n,h] + 2^-3*w[n,h]",
        "re(m[n,h]) := re(m[n,h]) - 2^-3*re(m[n,h]) + 2^-3*re(w[n,h])*im(w[n,h])",
        "im(m[n,h]) := im(m[n,h])*im(w[n,h])",
        "q[n,h] := q[n,h] - s*q[n,h]",
        "q[n,h] := q[n,h] + r[n]*x[h]",
        "q[n,h] := q[n,h] - s*re(w[n,h])",
        "g[n,h] := g[n,h] + r[n]*x[h]",
        "g[n,h] := q[n,h]*g[n,h] + s",
        "c[n] := c[n]*c[n] + r[n]",
        "c[n] := w[n,h]*x[h]",
        "c[n] := conj(w[n,h])*x[h] - c[n]",
        "r[n] := re(w[n,h])*x[h] + r[n]*r[n]",
        "x[h] := re(w[n,h]*c[n])",
        "x[h] := x[h] - q[n,h]*r[n]",
        "x[h] := s*x[h] - s",
        "s := x[h]*x[h]",
        "s := s*x[h]",
        "s := s - s*s",
        "q[n,h] := l[n,h] - r[n]",
        "l[k] := l[k] + q[k]*s",
        "l[k] := q[k]*l[k]"
    })
    void allWaysGiveTheSameBits(String equation) {
        int compiled = 0;
        for (long seed = 1; seed <= 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String bits = bits(random);
            List<CoreState> cores = new ArrayList<>();
            for (int way = 0; way < 5; way++) {
                cores.add(core(equation, bits));
                load(cores.get(way), new SplittableRandom(seed));
            }
            SumOfProducts operation = operation(equation, bits);
            List<Step> steps = new ArrayList<>();
            List<SignalRecord> records = Stream.generate(SignalRecord::new).limit(5).toList();
            steps.add(new ExactSum(operation, cores.getFirst(), RANDOM_BITS, records.getFirst()));
            for (int way = 1; way < cores.size(); way++) {
                RowKernels kernels = way % 2 == 0 ? RowKernels.plain() : RowKernels.vector();
                steps.add((way < 3
                                ? RowSum.compile(operation, cores.get(way), kernels, RANDOM_BITS)
                                : RowSum.observed(operation, cores.get(way), kernels, RANDOM_BITS, records.get(way)))
                        .orElseThrow());
                compiled++;
            }
            for (int repeat = 0; repeat < 3; repeat++) {
                steps.forEach(Step::run);
                for (int way = 1; way < cores.size(); way++) {
                    assertEqual(cores.getFirst(), cores.get(way), equation + ", " + bits + ", way " + way + ", seed " + seed);
                }
            }
            assertThat(records.subList(3, 5)).as("seed %d", seed).allSatisfy(record ->
                    assertThat(record).usingRecursiveComparison().isEqualTo(records.getFirst()));
        }
        assertThat(compiled).isEqualTo(240);
    }

    /** Rounding and overflow by turns. */
    private static String bits(SplittableRandom random) {
        String rounding = List.of("RND", "RND", "TRN", "STOCHASTIC", "RND_CONV").get(random.nextInt(5));
        String overflow = List.of("SAT", "SAT", "SAT_SYM", "WRAP").get(random.nextInt(4));
        return rounding + "," + overflow;
    }

    private static List<Memory> memories(String modes) {
        Format word = Format.parse("fixed<16,4," + modes + ">");
        return List.of(
                new Memory("m", List.of(N, H), true, Purpose.TRACE, Format.parse("fixed<18,7," + modes + ">")),
                new Memory("w", List.of(N, H), true, Purpose.PARAMETER, word),
                new Memory("q", List.of(N, H), false, Purpose.PARAMETER, word),
                new Memory("g", List.of(N, H), false, Purpose.GRADIENT, Format.parse("fixed<32,12," + modes + ">")),
                new Memory("c", List.of(N), true, Purpose.ACTIVATION, Format.parse("fixed<16,2," + modes + ">")),
                new Memory("r", List.of(N), false, Purpose.ACTIVATION, word),
                new Memory("x", List.of(H), false, Purpose.ACTIVATION, word),
                new Memory("l", List.of(K), false, Purpose.ACTIVATION, word),
                new Memory("s", List.of(), false, Purpose.OPTIMISER, Format.parse("fixed<16,3," + modes + ">")));
    }

    private static CoreProgram program(String equation, String modes) {
        CoreProgram.Builder program = CoreProgram.named("test");
        memories(modes).forEach(program::declare);
        return program.infer(Phase.FORWARD, equation).build();
    }

    private static SumOfProducts operation(String equation, String modes) {
        return (SumOfProducts) program(equation, modes).phase(Phase.FORWARD).getFirst();
    }

    private static CoreState core(String equation, String modes) {
        return new CoreState(program(equation, modes), RandomWords.of(Lfsr.named("LFSR16", 0xACE1), RANDOM_BITS));
    }

    /** Every row has words of its own size; some memories are small throughout. */
    private static void load(CoreState core, SplittableRandom random) {
        for (Cells cells : core.memories().values()) {
            int most = BITS[random.nextInt(BITS.length)];
            int[][] real = words(cells.memory(), most, random);
            cells.load(real, cells.memory().complex() ? words(cells.memory(), most, random) : new int[0][]);
        }
    }

    private static int[][] words(Memory memory, int most, SplittableRandom random) {
        int[][] words = new int[memory.rows()][memory.columns()];
        for (int[] row : words) {
            int bits = Math.max(1, Math.min(memory.format().width(), most) - random.nextInt(2) * random.nextInt(most));
            for (int i = 0; i < row.length; i++) {
                long low = -1L << bits - 1;
                row[i] = (int) (random.nextInt(8) == 0 ? low : random.nextLong(low, -low));
            }
        }
        return words;
    }

    private static void assertEqual(CoreState expected, CoreState actual, String what) {
        expected.memories().forEach((name, cells) -> {
            for (boolean imaginary : cells.memory().complex() ? new boolean[] {false, true} : new boolean[] {false}) {
                assertThat(actual.memories().get(name).rows(imaginary)).as("%s of %s", name, what).isDeepEqualTo(cells.rows(imaginary));
            }
            assertThat(actual.randomUses()).as(what).isEqualTo(expected.randomUses());
        });
    }
}
