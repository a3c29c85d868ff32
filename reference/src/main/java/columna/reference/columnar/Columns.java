package columna.reference.columnar;

import columna.reference.network.Parameters;
import java.util.List;

/**
 * Columns 0 to n-1, each with parameters {@code theta_i} and one hidden state {@code h_i(t)}, through the time steps of one sequence. All
 * states and traces are 0 before time step 0.
 *
 * <p>Two ways lead to gradients. Through time: {@link #backward} from the last time step of a window to its first. With traces:
 * {@link #advanceTraces} after each time step keeps {@code TH_i(t)}, the Master-User estimate of {@code dh_i(t)/dtheta_i}, for which other
 * columns' features and states are constants.
 */
public sealed interface Columns permits FeatureColumns, LstmColumns {

    /** theta_i of every column, live. */
    List<Parameters> parameters();

    /** The number of columns. */
    default int count() {
        return parameters().size();
    }

    /** Starts a sequence. */
    void begin();

    /** The hidden states of the next time step, [n]. */
    double[] forward(double[] x);

    /** Starts a window: no error comes from time steps after it. */
    void beginWindow();

    /**
     * Adds one time step to the gradient of a window; called for the time steps of the window in descending order.
     *
     * @param t the time step
     * @param error {@code dL/dh(t)} by ways that do not pass through later states of the columns, [n]
     * @param gradient dL/dtheta_i of every column, added to
     */
    void backward(int t, double[] error, List<Parameters> gradient);

    /** Moves the traces on to the time step of the last {@link #forward}. */
    void advanceTraces();

    /** TH_i of every column, live. */
    List<Parameters> traces();

    /** Zeros of the same names and sizes as the parameters of every column. */
    static List<Parameters> zeros(List<Parameters> parameters) {
        return parameters.stream().map(Parameters::zeros).toList();
    }
}
