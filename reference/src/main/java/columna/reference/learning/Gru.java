package columna.reference.learning;

import columna.reference.learning.Preactivation.Term;
import java.util.List;
import java.util.Set;

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
    private final boolean mistakenSlope;
    private final double[] mirrored;

    Gru(String prefix, Weights weights, LearningRule rule, Set<Quirk> quirks, Wire input, Wire output) {
        super(weights.vector(prefix + "b_r").length, rule, input, output);
        int capacity = input.value().length;
        reset = new double[capacity][units];
        update = new double[capacity][units];
        candidate = new double[capacity][units];
        mirrored = new double[units];
        mistakenSlope = quirks.contains(Quirk.MISTAKEN_LOGISTIC_SLOPE);
        Term u = Term.recurrent(weights.matrix(prefix + "U_n"), previous);
        Term decaying = quirks.contains(Quirk.RESET_DIAGONAL_FOR_CANDIDATE) ? u.decayingBy(weights.matrix(prefix + "U_r")) : u;
        resetSum = gate(prefix, "r", weights);
        updateSum = gate(prefix, "z", weights);
        candidateSum = add(new Preactivation(List.of(Term.input(weights.matrix(prefix + "W_n"), input.value())), prefix + "b_n", weights,
                units, false));
        recurrentSum = add(new Preactivation(List.of(decaying), prefix + "b_hn", weights, units, false));
    }

    private Preactivation gate(String prefix, String gate, Weights weights) {
        return add(new Preactivation(List.of(Term.input(weights.matrix(prefix + "W_" + gate), input.value()),
                Term.recurrent(weights.matrix(prefix + "U_" + gate), previous)), prefix + "b_" + gate, weights, units, mistakenSlope));
    }

    @Override
    void state(int t) {
        Logistic.of(resetSum.value[t], reset[t]);
        Logistic.of(updateSum.value[t], update[t]);
        candidates(candidateSum.value[t], recurrentSum.value[t], reset[t], candidate[t]);
        for (int i = 0; i < units; i++) {
            double past = previous[t][i];
            double recurrent = recurrentSum.value[t][i];
            double r = reset[t][i];
            double z = update[t][i];
            double n = candidate[t][i];
            double slope = z * (1 - n * n);
            hidden[t][i] = (1 - z) * past + z * n;
            leak[t][i] = 1 - z;
            updateSum.partial[t][i] = (n - past) * z * (1 - z);
            candidateSum.partial[t][i] = slope;
            resetSum.partial[t][i] = slope * recurrent * r * (1 - r);
            recurrentSum.partial[t][i] = slope * r;
        }
        if (mistakenSlope) {
            mistake(t);
        }
    }

    /** {@code tanh(x) = 2 sigma(2 x) - 1}. */
    private static void candidates(double[] input, double[] recurrent, double[] reset, double[] n) {
        for (int i = 0; i < n.length; i++) {
            n[i] = 2 * (input[i] + reset[i] * recurrent[i]);
        }
        Logistic.of(n, n);
        for (int i = 0; i < n.length; i++) {
            n[i] = 2 * n[i] - 1;
        }
    }

    /** The partials of both gates with {@code sigma(x) sigma(1 - x)} for the slope. */
    private void mistake(int t) {
        mistake(updateSum, update[t], t);
        mistake(resetSum, reset[t], t);
    }

    private void mistake(Preactivation sum, double[] gate, int t) {
        for (int i = 0; i < units; i++) {
            mirrored[i] = 1 - sum.value[t][i];
        }
        Logistic.of(mirrored, mirrored);
        for (int i = 0; i < units; i++) {
            sum.tracePartial[t][i] = sum.partial[t][i] / (1 - gate[i]) * mirrored[i];
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
            Rows.add(delta[t], output.error()[t]);
        }
    }

    /** y is h: there is nothing in between. */
    @Override
    void accumulateReadOut(int from, int to) {}
}
