package columna.reference.attention;

import columna.reference.random.RandomStreams;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The weights of an attention network, or a gradient of the same shape; the arrays are live.
 *
 * @param embedding E, {@code [width][inputs + 1]}
 * @param positions P, {@code [window][width]}
 * @param layers the layers, the lowest first
 * @param readout R, {@code [outputs][width + 1]}
 */
public record AttentionParameters(double[][] embedding, double[][] positions, List<Layer> layers, double[][] readout) {

    /** Q, K, V and O of a layer, {@code [width][width]}; head h owns rows (of O: columns) {@code h headWidth ..}. */
    public record Layer(double[][] query, double[][] key, double[][] value, double[][] output) {}

    public static AttentionParameters zeros(AttentionSpec spec) {
        int width = spec.width();
        List<Layer> layers = IntStream.range(0, spec.layers())
                .mapToObj(l -> new Layer(new double[width][width], new double[width][width], new double[width][width], new double[width][width]))
                .toList();
        return new AttentionParameters(new double[width][spec.inputs() + 1], new double[spec.window()][width], layers,
                new double[spec.outputs()][width + 1]);
    }

    /** Every weight from N(0, 1 / columns of its matrix), positions from N(0, 1 / width) (stream {@code attention/init}). */
    public static AttentionParameters initial(AttentionSpec spec, RandomStreams streams) {
        UniformRandomProvider stream = streams.stream("attention/init");
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(stream);
        AttentionParameters parameters = zeros(spec);
        for (double[] row : parameters.rows()) {
            double deviation = 1 / Math.sqrt(row.length);
            for (int i = 0; i < row.length; i++) {
                row[i] = deviation * normal.sample();
            }
        }
        return parameters;
    }

    /** Every row of every matrix, in a fixed order; live. */
    public double[][] rows() {
        Stream<double[][]> ofLayers = layers.stream().flatMap(l -> Stream.of(l.query(), l.key(), l.value(), l.output()));
        return Stream.concat(Stream.concat(Stream.of(embedding, positions), ofLayers), Stream.<double[][]>of(readout))
                .flatMap(Stream::of).toArray(double[][]::new);
    }

    /** A copy that shares nothing. */
    public AttentionParameters copy(AttentionSpec spec) {
        AttentionParameters copy = zeros(spec);
        double[][] from = rows();
        double[][] to = copy.rows();
        for (int r = 0; r < from.length; r++) {
            System.arraycopy(from[r], 0, to[r], 0, from[r].length);
        }
        return copy;
    }
}
