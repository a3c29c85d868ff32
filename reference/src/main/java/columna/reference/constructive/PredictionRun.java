package columna.reference.constructive;

/** A network that learns on a stream, and how wrong it is: the mean of {@code (G_t - y_t)^2} over a stretch of time steps. */
public final class PredictionRun {

    private final ConstructiveNetwork network;
    private final PredictionStream stream;
    private long steps;

    /** A run at its first time step. */
    public PredictionRun(ConstructiveNetwork network, PredictionStream stream) {
        if (network.spec().inputs() != stream.inputs()) {
            throw new IllegalArgumentException("prediction run: a network of " + network.spec().inputs() + " inputs on a stream of "
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
            double miss = stream.trueReturn() - network.step(stream.observation(), stream.cumulant());
            sum += miss * miss;
        }
        steps += count;
        return sum / count;
    }

    /** The time steps learned so far. */
    public long steps() {
        return steps;
    }

    /** The network as it is now. */
    public ConstructiveNetwork network() {
        return network;
    }
}
