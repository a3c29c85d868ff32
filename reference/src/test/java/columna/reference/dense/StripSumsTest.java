package columna.reference.dense;

import static org.assertj.core.api.Assertions.assertThat;

import columna.reference.random.RandomStreams;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector kernel against its plain twin bit by bit, and the plain one against sums of exact products. */
class StripSumsTest {

    private static final int UNITS = 20;

    private record Case(int[] sources, double[] factors, double[][] rows, double[] to) {

        static Case of(int sources) {
            UniformRandomProvider stream = new RandomStreams(5).stream("test/strip/" + sources);
            double[][] rows = new double[UNITS][];
            Arrays.setAll(rows, i -> numbers(StripSums.WIDTH, stream));
            int[] chosen = IntStream.range(0, sources).map(s -> stream.nextInt(UNITS)).toArray();
            return new Case(chosen, numbers(sources, stream), rows, numbers(StripSums.WIDTH, stream));
        }

        private static double[] numbers(int count, UniformRandomProvider stream) {
            return stream.doubles(count, -1, 1).toArray();
        }

        double[] summed(StripSums sums) {
            double[] sum = to.clone();
            sums.add(sources, factors, rows, sum);
            return sum;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 19, 64})
    void vectorsGiveTheBitsOfPlainLoops(int sources) {
        Case numbers = Case.of(sources);
        assertThat(numbers.summed(new VectorSums())).isEqualTo(numbers.summed(new PlainSums()));
    }

    /** Each term rounds once: three doubles in 200 digits, rounded to a double, then the next term. */
    @Test
    void everyTermRoundsOnce() {
        Case numbers = Case.of(19);
        double[] expected = numbers.to().clone();
        for (int s = 0; s < 19; s++) {
            for (int c = 0; c < expected.length; c++) {
                BigDecimal product = new BigDecimal(numbers.factors()[s]).multiply(new BigDecimal(numbers.rows()[numbers.sources()[s]][c]));
                expected[c] = product.add(new BigDecimal(expected[c]), new MathContext(200)).doubleValue();
            }
        }
        assertThat(numbers.summed(new PlainSums())).isEqualTo(expected);
    }

    @Test
    void testsRunWithTheVectorModule() {
        assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector")).isPresent();
        assertThat(StripSums.fastest()).isInstanceOf(VectorSums.isWide() ? VectorSums.class : PlainSums.class);
    }
}
