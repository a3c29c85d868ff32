package columna.sim.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A factor with an index twice is the diagonal of its matrix, in whole numbers, against sums written out here. */
class DiagonalTest {

    private static final int UNITS = 5;
    private static final int FEATURES = 3;
    private static final Axis N = new Axis("n", UNITS);
    private static final Axis M = new Axis("m", UNITS);
    private static final Axis H = new Axis("h", FEATURES);
    private static final Format WHOLE = Format.parse("fixed<24,24,RND,SAT>");

    private static CoreProgram program(String equation) {
        return CoreProgram.named("test")
                .declare(new Memory("a", List.of(N, M), false, Purpose.PARAMETER, WHOLE))
                .declare(new Memory("d", List.of(N), false, Purpose.ACTIVATION, WHOLE))
                .declare(new Memory("v", List.of(N), false, Purpose.ACTIVATION, WHOLE))
                .declare(new Memory("b", List.of(N, H), false, Purpose.ACTIVATION, WHOLE))
                .declare(new Memory("w", List.of(H), false, Purpose.ACTIVATION, WHOLE))
                .declare(new Memory("s", List.of(), false, Purpose.ACTIVATION, WHOLE))
                .infer(Phase.FORWARD, equation)
                .build();
    }

    /** a = 10 n + m + 1, v = n + 1, b = n - h, all else 0. */
    private static int[][] run(String equation, String written) {
        CoreProgram program = program(equation);
        CoreState core = new CoreState(program, RandomWords.of(Lfsr.named("LFSR16", 1), 8));
        int[][] a = new int[UNITS][UNITS];
        int[][] v = new int[1][UNITS];
        int[][] b = new int[UNITS][FEATURES];
        for (int n = 0; n < UNITS; n++) {
            v[0][n] = n + 1;
            for (int m = 0; m < UNITS; m++) {
                a[n][m] = a(n, m);
            }
            for (int h = 0; h < FEATURES; h++) {
                b[n][h] = n - h;
            }
        }
        core.memories().get("a").load(a, new int[0][]);
        core.memories().get("v").load(v, new int[0][]);
        core.memories().get("b").load(b, new int[0][]);
        SumOfProducts operation = (SumOfProducts) program.phase(Phase.FORWARD).getFirst();
        assertThat(RowSum.compile(operation, core, RowKernels.plain(), 8)).as("no kernel is meant for diagonals").isEmpty();
        new ExactSum(operation, core, 8, new SignalRecord()).run();
        return core.memories().get(written).rows(false);
    }

    private static int a(int n, int m) {
        return 10 * n + m + 1;
    }

    @Test
    void aDiagonalIsTakenElementByElement() {
        int[] diagonal = run("d[n] := a[n,n]", "d")[0];
        int[] products = run("d[n] := v[n] - a[n,n]*v[n]", "d")[0];
        for (int n = 0; n < UNITS; n++) {
            assertThat(diagonal[n]).isEqualTo(a(n, n));
            assertThat(products[n]).isEqualTo((n + 1) - a(n, n) * (n + 1));
        }
    }

    @Test
    void aDiagonalIsSummedOnce() {
        int trace = 0;
        int[] sums = new int[FEATURES];
        for (int n = 0; n < UNITS; n++) {
            trace += a(n, n);
            for (int h = 0; h < FEATURES; h++) {
                sums[h] += a(n, n) * (n - h);
            }
        }
        assertThat(run("s := a[n,n]", "s")[0][0]).isEqualTo(trace);
        assertThat(run("w[h] := a[n,n]*b[n,h]", "w")[0]).isEqualTo(sums);
        assertThat(run("w[h] := b[n,h]*a[n,n]", "w")[0]).isEqualTo(sums);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a[n,n] := d[n]", "d[n] := max(a[n,n])", "send a[n,n] -> away", "receive a[n,n] <- away"})
    void elsewhereADiagonalIsRefused(String equation) {
        assertThatThrownBy(() -> program(equation)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + equation + "' uses the diagonal a[n,n]; only a factor of a sum may be one");
    }
}
