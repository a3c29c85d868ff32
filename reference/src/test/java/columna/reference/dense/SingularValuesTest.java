package columna.reference.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import columna.reference.random.RandomStreams;
import org.junit.jupiter.api.Test;

/** Singular values of matrices that were made from known ones. */
class SingularValuesTest {

    /** A = Q diag(s) with Q orthonormal columns (Hadamard / 2), then rotated from the right by 30 degrees in two planes. */
    @Test
    void ofAProductOfKnownFactors() {
        double[][] hadamard = {{1, 1, 1, 1}, {1, -1, 1, -1}, {1, 1, -1, -1}, {1, -1, -1, 1}};
        double[] values = {8, 3, 0.5, 0.01};
        double[][] matrix = new double[4][4];
        double cosine = Math.sqrt(3) / 2;
        for (int r = 0; r < 4; r++) {
            double[] scaled = new double[4];
            for (int c = 0; c < 4; c++) {
                scaled[c] = hadamard[r][c] / 2 * values[c];
            }
            matrix[r] = new double[] {cosine * scaled[0] - scaled[3] / 2, cosine * scaled[1] - scaled[2] / 2,
                cosine * scaled[2] + scaled[1] / 2, cosine * scaled[3] + scaled[0] / 2};
        }
        assertThat(SingularValues.of(matrix)).containsExactly(values, within(1e-14));
        assertThat(SingularValues.conditionNumber(matrix)).isCloseTo(800, within(1e-9));
    }

    /** [[3, 0], [4, 5]]: A^T A = [[25, 20], [20, 25]] has eigenvalues 45 and 5. */
    @Test
    void ofATextbookMatrix() {
        double[][] matrix = {{3, 0}, {4, 5}};
        assertThat(SingularValues.of(matrix)).containsExactly(new double[] {Math.sqrt(45), Math.sqrt(5)}, within(1e-14));
        assertThat(SingularValues.conditionNumber(matrix)).isCloseTo(3, within(1e-14));
        assertThat(matrix).isDeepEqualTo(new double[][] {{3, 0}, {4, 5}});
    }

    @Test
    void aSingularMatrixHasNoFiniteConditionNumber() {
        assertThat(SingularValues.conditionNumber(new double[][] {{1, 0}, {0, 0}})).isInfinite();
        assertThatThrownBy(() -> SingularValues.of(new double[][] {{1, 2}})).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("singular values: 1 rows, 2 columns; give at least as many rows as columns");
    }

    /** A fresh recurrent matrix is 0.9 times an orthogonal one: all 64 singular values are 0.9, for every gate of an LSTM. */
    @Test
    void freshRecurrentWeightsAreOrthogonalTimesNineTenths() {
        DenseSpec spec = new DenseSpec(DenseSpec.Cell.LSTM, 64, 3, 2);
        DenseParameters parameters = DenseParameters.initial(spec, new RandomStreams(5));
        for (String name : new String[] {"R_i", "R_f", "R_g", "R_o"}) {
            for (double value : SingularValues.of(parameters.get(spec.block(name)))) {
                assertThat(value).as("%s, seed 5", name).isCloseTo(0.9, within(1e-13));
            }
        }
        assertThat(parameters.get(spec.block("b_f"))).isDeepEqualTo(new double[64][1]);
        assertThat(parameters.get(spec.block("R_i"))[0][0]).isNotEqualTo(parameters.get(spec.block("R_f"))[0][0]);
    }

    /** Variances 0.09 / 3 of 192 input weights and 1 / 64 of 128 read-out weights; 5 standard deviations of a variance are 5 sqrt(2 / N). */
    @Test
    void freshInputAndReadoutWeightsHaveTheirVariance() {
        DenseSpec spec = new DenseSpec(DenseSpec.Cell.TANH, 64, 3, 2);
        DenseParameters parameters = DenseParameters.initial(spec, new RandomStreams(6));
        assertThat(meanSquare(parameters.get(spec.block("U"))) / (0.09 / 3)).as("seed 6").isBetween(0.49, 1.51);
        assertThat(meanSquare(parameters.get(spec.block("V"))) / (1 / 64.0)).as("seed 6").isBetween(0.37, 1.63);
        assertThat(parameters.get(spec.block("c"))).isDeepEqualTo(new double[2][1]);
    }

    private static double meanSquare(double[][] rows) {
        double sum = 0;
        for (double[] row : rows) {
            sum += Rows.dot(row, row);
        }
        return sum / (rows.length * rows[0].length);
    }
}
