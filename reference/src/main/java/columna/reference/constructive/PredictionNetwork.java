package columna.reference.constructive;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A network that predicts the discounted sum of a signal to come and learns at every time step. */
public sealed interface PredictionNetwork permits ConstructiveNetwork, TruncatedNetwork {

    /** n, the signals of an observation. */
    int inputs();

    /**
     * One time step: the observation x_t of n signals, the cumulant c_t that came with it and the discount gamma_t that weighs the prediction
     * made now in what was predicted before; returns the prediction y_t. A discount of 0 says that what was predicted ends here.
     */
    double step(double[] observation, double cumulant, double discount);

    /** Writes everything that later time steps depend on. */
    void save(DataOutput out) throws IOException;

    /**
     * Goes on where a network of the same description was saved, to the same bits.
     *
     * @throws IllegalArgumentException if the shape is another
     */
    void restore(DataInput in) throws IOException;
}
