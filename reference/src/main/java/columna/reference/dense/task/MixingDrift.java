package columna.reference.dense.task;

import columna.reference.dense.DenseParameters;
import columna.reference.random.RandomStreams;

/**
 * A stand-in for electrode drift: the inputs of a series are seen through a random orthogonal matrix, {@code x'_t = Q x_t}, and through
 * another one from the change on; the targets stay (streams {@code dense/mixing/before}, {@code dense/mixing/after}).
 */
public final class MixingDrift {

    private MixingDrift() {}

    public static TimeSeries of(TimeSeries series, RandomStreams streams) {
        int inputs = series.x()[0].length;
        double[][] before = DenseParameters.orthogonal(streams.stream("dense/mixing/before"), inputs, 1);
        double[][] after = DenseParameters.orthogonal(streams.stream("dense/mixing/after"), inputs, 1);
        double[][] mixed = new double[series.steps()][inputs];
        for (int t = 0; t < mixed.length; t++) {
            double[][] mixing = t < series.change() ? before : after;
            for (int i = 0; i < inputs; i++) {
                for (int j = 0; j < inputs; j++) {
                    mixed[t][i] += mixing[i][j] * series.x()[t][j];
                }
            }
        }
        return new TimeSeries(mixed, series.targets(), series.change());
    }
}
