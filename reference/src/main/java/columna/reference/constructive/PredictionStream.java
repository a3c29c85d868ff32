package columna.reference.constructive;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A stream of observations with a signal to be predicted; the next time step must be asked for before the first one is there. */
public interface PredictionStream {

    /** n, the signals of an observation. */
    int inputs();

    /** Goes on to the next time step. */
    void advance();

    /** x_t, one array for the whole stream that {@link #advance} overwrites. */
    double[] observation();

    /** c_t, the cumulant that comes with x_t. */
    double cumulant();

    /** gamma_t, from 0 to 1: how much of what comes after x_t counts in the return of the time step before; 0 at the start of an episode. */
    double discount();

    /** G_t, the true discounted sum {@code c_(t+1) + gamma_(t+1) G_(t+1)}, which no learner is shown; trials leave out the trials to come. */
    double trueReturn();

    /** Writes where the stream is. */
    void save(DataOutput out) throws IOException;

    /** Goes on where a stream of the same description and seed was saved. */
    void restore(DataInput in) throws IOException;
}
