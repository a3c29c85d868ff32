package columna.reference.columnar;

import columna.reference.network.ParameterShape;
import columna.reference.network.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The linear read-out and its least-mean-squares learning:
 *
 * <pre>
 *   y(t) = w(t).h(t) + w_bias,   delta(t) = target(t) - y(t),   L_t = 1/2 delta(t)^2
 *   w_i(t+1) = w_i(t) + alpha_i delta(t) h_i(t)
 * </pre>
 *
 * <p>All {@code alpha_i = 0} is a read-out with constant weights. The bias, where there is one, is constant. Backwards in time, with
 * {@code wbar = dL/dw(t+1)} and {@code dbar = dL/ddelta(t)}:
 *
 * <pre>
 *   dbar = [L_t counts] delta + sum_i alpha_i wbar_i h_i
 *   dL/dh_i += alpha_i delta wbar_i - dbar w_i
 *   dL/dw_i(t) = wbar_i - dbar h_i
 * </pre>
 */
final class Readout {

    /** One time step; {@code weights} are those that the prediction used. */
    record Step(double[] hidden, double[] weights, double y, double delta) {}

    private final Parameters parameters;
    private final double[] rates;
    private final List<Step> steps = new ArrayList<>();
    private double[] weights = {};
    private double[] errorOfWeights = {};
    private double errorOfBias;

    Readout(Parameters parameters, double[] rates) {
        this.parameters = parameters;
        this.rates = rates.clone();
    }

    static Parameters zeros(int n, boolean bias) {
        ParameterShape w = new ParameterShape("w", 1, n, true);
        return Parameters.zeros(bias ? List.of(w, new ParameterShape("w_bias", 1, 1, true)) : List.of(w));
    }

    private boolean hasBias() {
        return parameters.shapes().size() > 1;
    }

    boolean learns() {
        return Arrays.stream(rates).anyMatch(rate -> rate != 0);
    }

    double rate(int i) {
        return rates[i];
    }

    Parameters zeros() {
        return parameters.zeros();
    }

    Step step(int t) {
        return steps.get(t);
    }

    /** w after the last update. */
    double[] weights() {
        return weights.clone();
    }

    void begin() {
        steps.clear();
        weights = parameters.vector("w").clone();
    }

    Step forward(double[] hidden, double target) {
        double y = hasBias() ? parameters.vector("w_bias")[0] : 0;
        for (int i = 0; i < hidden.length; i++) {
            y += weights[i] * hidden[i];
        }
        Step step = new Step(hidden, weights, y, target - y);
        weights = weights.clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] += rates[i] * step.delta * hidden[i];
        }
        steps.add(step);
        return step;
    }

    void beginWindow() {
        errorOfWeights = new double[rates.length];
        errorOfBias = 0;
    }

    /** No error passes through later weights. */
    void forgetErrorOfWeights() {
        Arrays.fill(errorOfWeights, 0);
    }

    /** dL/dh(t) by ways that do not pass through later states, [n]; moves on to dL/dw(t). */
    double[] backward(int t, boolean counts) {
        Step step = steps.get(t);
        double errorOfDelta = counts ? step.delta : 0;
        for (int i = 0; i < rates.length; i++) {
            errorOfDelta += rates[i] * errorOfWeights[i] * step.hidden[i];
        }
        double[] error = new double[rates.length];
        for (int i = 0; i < rates.length; i++) {
            error[i] = rates[i] * step.delta * errorOfWeights[i] - errorOfDelta * step.weights[i];
            errorOfWeights[i] -= errorOfDelta * step.hidden[i];
        }
        errorOfBias -= errorOfDelta;
        return error;
    }

    /** {@code gradient += dL/d(w, w_bias)} of a window, at its first time step. */
    void accumulate(Parameters gradient, boolean weightsCount) {
        for (int i = 0; weightsCount && i < errorOfWeights.length; i++) {
            gradient.vector("w")[i] += errorOfWeights[i];
        }
        accumulateBias(gradient, errorOfBias);
    }

    /** {@code gradient -= delta(t) (h(t), 1)}: what L_t alone gives. */
    void accumulate(int t, Parameters gradient) {
        Step step = steps.get(t);
        for (int i = 0; !learns() && i < step.hidden.length; i++) {
            gradient.vector("w")[i] -= step.delta * step.hidden[i];
        }
        accumulateBias(gradient, -step.delta);
    }

    private void accumulateBias(Parameters gradient, double error) {
        if (hasBias()) {
            gradient.vector("w_bias")[0] += error;
        }
    }
}
