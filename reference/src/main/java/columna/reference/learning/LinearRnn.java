package columna.reference.learning;

import columna.reference.learning.Preactivation.Term;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A dense linear recurrent layer, without its feedthrough: {@code h_t = A h_{t-1} + B z_t, y_t = C h_t}. */
final class LinearRnn extends RealCell {

    private final Preactivation sum;
    private final Matrix c;

    LinearRnn(String prefix, Weights weights, LearningRule rule, Set<Quirk> quirks, Wire input, Wire output) {
        super(weights.matrix(prefix + "A").weights().length, rule, input, output);
        sum = add(new Preactivation(List.of(Term.recurrent(weights.matrix(prefix + "A"), previous),
                Term.input(weights.matrix(prefix + "B"), input.value()).lateIf(quirks.contains(Quirk.LATE_INPUT_TRACE))), "", weights, units,
                false));
        for (double[] row : sum.partial) {
            Arrays.fill(row, 1);
        }
        c = weights.matrix(prefix + "C");
    }

    /** e^A and e^B, one row per unit; none for rules without traces. */
    Map<Signal, double[][]> traceRows() {
        Map<Signal, double[][]> rows = new EnumMap<>(Signal.class);
        List<Signal> signals = List.of(Signal.TRACE_A, Signal.TRACE_B);
        for (int i = 0; i < traces().size(); i++) {
            if (traces().get(i) instanceof DiagonalTraces.OfMatrix matrix) {
                rows.put(signals.get(i), matrix.traces());
            }
        }
        return rows;
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
