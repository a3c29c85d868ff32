package columna.reference.learning;

import columna.reference.network.Parameters;
import java.util.Arrays;
import java.util.List;

/** A dense linear recurrent layer, without its feedthrough: {@code h_t = A h_{t-1} + B z_t, y_t = C h_t}. */
final class LinearRnn extends RealCell {

    private final Preactivation sum;
    private final Matrix c;

    LinearRnn(String prefix, Parameters parameters, Parameters gradients, LearningRule rule, Wire input, Wire output) {
        super(parameters.matrix(prefix + "A").length, rule, input, output);
        Matrix a = new Matrix(prefix + "A", parameters, gradients);
        Matrix b = new Matrix(prefix + "B", parameters, gradients);
        sum = add(new Preactivation(List.of(new Preactivation.Weights(a, previous, true),
                new Preactivation.Weights(b, input.value(), false)), "", parameters, gradients, units));
        for (double[] row : sum.partial) {
            Arrays.fill(row, 1);
        }
        c = new Matrix(prefix + "C", parameters, gradients);
    }

    @Override
    public void refresh() {
        super.refresh();
        c.refresh();
    }

    @Override
    void state(int t) {
        System.arraycopy(sum.value[t], 0, hidden[t], 0, units);
    }

    @Override
    void readOut(int from, int to) {
        for (int t = from; t < to; t++) {
            Arrays.fill(output.value()[t], 0);
        }
        c.addProducts(hidden, output.value(), from, to);
    }

    @Override
    void addInstantaneousError(int from, int to) {
        c.addTransposedProducts(output.error(), delta, from, to);
    }

    @Override
    void accumulateReadOut(int from, int to) {
        c.accumulate(output.error(), hidden, from, to);
    }
}
