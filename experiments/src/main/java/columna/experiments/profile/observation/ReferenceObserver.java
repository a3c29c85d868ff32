package columna.experiments.profile.observation;

import columna.experiments.numerics.Correspondence;
import columna.reference.learning.Observer;
import columna.reference.learning.Signal;
import columna.reference.task.Sequence;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what the reference reports while it passes over a sequence, at the scale of the chip. */
final class ReferenceObserver implements Observer {

    private final Map<Signal, List<Correspondence>> pairs = new EnumMap<>(Signal.class);
    private final SignalHistograms histograms;
    private final int lastLayer;
    private final LambdaGradient lambda;
    private double errorFactor;
    private Sequence sequence;

    ReferenceObserver(SignalHistograms histograms, int layers, LambdaGradient lambda) {
        this.histograms = histograms;
        this.lastLayer = layers - 1;
        this.lambda = lambda;
        for (Signal signal : Signal.values()) {
            pairs.put(signal, Correspondence.byMemory().values().stream()
                    .filter(pair -> pair.signal() == signal && histograms.has(pair.memory()))
                    .toList());
        }
    }

    /**
     * The sequence that is to be passed over next.
     *
     * @param factor what the chip's errors are multiplied by, against the reference's
     */
    void begin(Sequence next, double factor) {
        errorFactor = factor;
        sequence = next;
    }

    @Override
    public void signal(At at, double[] re, double[] im) {
        for (Correspondence pair : pairs.get(at.signal())) {
            boolean here = switch (pair.level()) {
                case OWN_LAYER, NETWORK -> true;
                case FIRST_LAYER -> at.layer() == 0;
                case LAST_LAYER -> at.layer() == lastLayer;
            };
            // The chip forms errors at time steps with a target only.
            if (here && (!pair.error() || sequence.mask()[at.step()] != 0)) {
                add(re, pair.error() ? errorFactor : 1, histograms.of(pair.memory()));
                add(im, pair.error() ? errorFactor : 1, histograms.of(pair.memory()));
            }
        }
    }

    private static void add(double[] values, double factor, Histogram histogram) {
        for (double value : values) {
            histogram.add(factor * value);
        }
    }

    @Override
    public void gradient(String name, double[][] rows) {
        lambda.add(name, rows, errorFactor);
    }
}
