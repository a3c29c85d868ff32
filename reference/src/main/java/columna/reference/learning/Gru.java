package columna.reference.learning;

import columna.reference.network.Parameters;
import java.util.List;

/**
 * Gated recurrent units in the form of Zucchet et al. 2023, where the update gate z multiplies the new candidate. z_t is also the name of a
 * cell's input elsewhere; here the input is x.
 *
 * <pre>
 *   r = sigma(W_r x + b_r + U_r h_{t-1})       z = sigma(W_z x + b_z + U_z h_{t-1})
 *   n = tanh(W_n x + b_n + r (U_n h_{t-1} + b_hn))
 *   h_t = (1 - z) h_{t-1} + z n                y_t = h_t
 *
 *   dh/da_z = (n - h_{t-1}) z (1 - z)          dh/da_n  = z (1 - n^2)
 *   dh/da_r = dh/da_n (U_n h + b_hn) r (1 - r) dh/da_hn = dh/da_n r              leak = 1 - z
 * </pre>
 */
final class Gru extends RealCell {

    /** [T][N] each: the gates and the candidate. */
    final double[][] reset;
    final double[][] update;
    final double[][] candidate;

    private final Preactivation resetSum;
    private final Preactivation updateSum;
    private final Preactivation candidateSum;
    private final Preactivation recurrentSum;

    Gru(String prefix, Parameters parameters, Parameters gradients, LearningRule rule, Wire input, Wire output) {
        super(parameters.vector(prefix + "b_r").length, rule, input, output);
        int capacity = input.value().length;
        reset = new double[capacity][units];
        update = new double[capacity][units];
        candidate = new double[capacity][units];
        resetSum = gate(prefix, "r", parameters, gradients);
        updateSum = gate(prefix, "z", parameters, gradients);
        Matrix w = new Matrix(prefix + "W_n", parameters, gradients);
        candidateSum = add(new Preactivation(List.of(new Preactivation.Weights(w, input.value(), false)), prefix + "b_n", parameters,
                gradients, units));
        Matrix u = new Matrix(prefix + "U_n", parameters, gradients);
        recurrentSum = add(new Preactivation(List.of(new Preactivation.Weights(u, previous, true)), prefix + "b_hn", parameters,
                gradients, units));
    }

    private Preactivation gate(String prefix, String gate, Parameters parameters, Parameters gradients) {
        Matrix w = new Matrix(prefix + "W_" + gate, parameters, gradients);
        Matrix u = new Matrix(prefix + "U_" + gate, parameters, gradients);
        return add(new Preactivation(List.of(new Preactivation.Weights(w, input.value(), false),
                new Preactivation.Weights(u, previous, true)), prefix + "b_" + gate, parameters, gradients, units));
    }

    @Override
    void state(int t) {
        for (int i = 0; i < units; i++) {
            double past = previous[t][i];
            double recurrent = recurrentSum.value[t][i];
            double r = Logistic.of(resetSum.value[t][i]);
            double z = Logistic.of(updateSum.value[t][i]);
            double n = StrictMath.tanh(candidateSum.value[t][i] + r * recurrent);
            double slope = z * (1 - n * n);
            hidden[t][i] = (1 - z) * past + z * n;
            leak[t][i] = 1 - z;
            updateSum.partial[t][i] = (n - past) * z * (1 - z);
            candidateSum.partial[t][i] = slope;
            resetSum.partial[t][i] = slope * recurrent * r * (1 - r);
            recurrentSum.partial[t][i] = slope * r;
            reset[t][i] = r;
            update[t][i] = z;
            candidate[t][i] = n;
        }
    }

    @Override
    void readOut(int from, int to) {
        for (int t = from; t < to; t++) {
            System.arraycopy(hidden[t], 0, output.value()[t], 0, units);
        }
    }

    @Override
    void addInstantaneousError(int from, int to) {
        for (int t = from; t < to; t++) {
            Rows.add(delta[t], 1, output.error()[t]);
        }
    }

    /** y is h: there is nothing in between. */
    @Override
    void accumulateReadOut(int from, int to) {}
}
