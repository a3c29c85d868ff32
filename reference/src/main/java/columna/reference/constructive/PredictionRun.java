package columna.reference.constructive;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A network that learns on a stream, and how wrong it is: the mean of {@code (G_t - y_t)^2} over a stretch of time steps. */
public final class PredictionRun {

    private final PredictionNetwork network;
    private final PredictionStream stream;
    private long steps;

    /** A run at its first time step. */
    public PredictionRun(PredictionNetwork network, PredictionStream stream) {
        if (network.inputs() != stream.inputs()) {
            throw new IllegalArgumentException("prediction run: a network of " + network.inputs() + " inputs on a stream of "
                    + stream.inputs() + "; allowed is the same number");
        }
        this.network = network;
        this.stream = stream;
    }

    /** Learns for some time steps, at least 1, and returns the mean squared return error over them. */
    public double learn(long count) {
        if (count < 1) {
            throw new IllegalArgumentException("prediction run: " + count + " time steps; allowed is at least 1");
        }
        double sum = 0;
        for (long t = 0; t < count; t++) {
            stream.advance();
            double miss = stream.trueReturn() - network.step(stream.observation(), stream.cumulant(), stream.discount());
            sum += miss * miss;
        }
        steps += count;
        return sum / count;
    }

    /** The time steps learned so far. */
    public long steps() {
        return steps;
    }

    /** Writes network, stream and time step. */
    public void save(DataOutput out) throws IOException {
        out.writeLong(steps);
        network.save(out);
        stream.save(out);
    }

    /** Goes on where a run of the same network and stream was saved, to the same bits. */
    public void restore(DataInput in) throws IOException {
        steps = in.readLong();
        network.restore(in);
        stream.restore(in);
    }
}
