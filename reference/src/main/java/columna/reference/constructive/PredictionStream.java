package columna.reference.constructive;

/** An endless stream of observations with a signal to be predicted; the next time step must be asked for before the first one is there. */
public interface PredictionStream {

    /** n, the signals of an observation. */
    int inputs();

    /** Goes on to the next time step. */
    void advance();

    /** x_t, one array for the whole stream that {@link #advance} overwrites. */
    double[] observation();

    /** c_t, the cumulant that comes with x_t. */
    double cumulant();

    /** G_t, the true discounted sum {@code c_(t+1) + gamma c_(t+2) + ...} up to the end of the trial, which no learner is shown. */
    double trueReturn();
}
