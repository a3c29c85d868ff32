package columna.reference.columnar;

import columna.reference.network.Parameters;
import java.util.List;

/**
 * Columns 0 to n-1, each with parameters {@code theta_i} and one hidden state {@code h_i(t)}, through the time steps of one sequence. All
 * states and traces are 0 before time step 0.
 *
 * <p>Two ways lead to gradients. Through time: {@link #backward} from the last time step of a window to its first, for one window after
 * another; since a parameter is the same at every time step, errors of all windows add up before {@link #accumulate} multiplies them by
 * what the parameters saw. With traces: {@link #advanceTraces} after each time step keeps {@code TH_i(t)}, the Master-User estimate of {@code dh_i(t)/dtheta_i}, for which other
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

    /** Starts a gradient of the sequence so far: no window has been counted. */
    void beginGradient();

    /** Starts a window: no error comes from time steps after it. */
    void beginWindow();

    /**
     * Carries errors back over one time step; called for the time steps of the window in descending order.
     *
     * @param t the time step
     * @param error {@code dL/dh(t)} by ways that do not pass through later states of the columns, [n]
     */
    void backward(int t, double[] error);

    /**
     * Ends a gradient.
     *
     * @param gradient dL/dtheta_i of every column by all windows, added to
     */
    void accumulate(List<Parameters> gradient);

    /** Moves the traces on to the time step of the last {@link #forward}. */
    void advanceTraces();

    /** TH_i of every column, live. */
    List<Parameters> traces();

    /** Zeros of the same names and sizes as the parameters of every column. */
    static List<Parameters> zeros(List<Parameters> parameters) {
        return parameters.stream().map(Parameters::zeros).toList();
    }
}
