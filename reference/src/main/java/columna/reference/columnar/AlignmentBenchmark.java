package columna.reference.columnar;

import columna.reference.network.ParameterShape;
import columna.reference.network.Parameters;
import columna.reference.random.RandomStreams;
import columna.reference.task.Sequence;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The random networks and sequences on which Javed et al. 2021 compare estimates of the gradient with the gradient. Nothing is to be learned
 * but, with LMS, the read-out: inputs are fair coin tosses, targets uniform in [-50, 50), read-out weights normal of deviation 0.1.
 *
 * <p>A seed's parameters and sequence do not depend on the sparsity, and a weight that its mask has is in its mask of every greater sparsity.
 *
 * @param columns n, the number of columns
 * @param width w, the features of a column
 * @param inputs d
 * @param steps T
 * @param update how heads turn into states
 * @param initialisation how the columns' parameters are drawn
 */
public record AlignmentBenchmark(int columns, int width, int inputs, int steps, StateUpdate update, ColumnInitialisation initialisation) {

    private static final double LARGEST_TARGET = 50;
    private static final double READOUT_DEVIATION = 0.1;

    public AlignmentBenchmark {
        if (columns < 1 || width < 1 || inputs < 1 || steps < 1) {
            throw new IllegalArgumentException("alignment benchmark: " + columns + " columns, width " + width + ", " + inputs + " inputs, "
                    + steps + " time steps; all must be at least 1");
        }
    }

    /** The paper's size: 20 columns of 50 features over 50 inputs, 50 time steps; with one head 122,420 parameters of columns. */
    public static AlignmentBenchmark ofPaper(StateUpdate update, ColumnInitialisation initialisation) {
        return new AlignmentBenchmark(20, 50, 50, 50, update, initialisation);
    }

    /**
     * The columns of a seed.
     *
     * @param sparsity s, the expected lateral weights of a head for each weight to an own feature; 0 for none, own state included
     */
    public FeatureColumns columns(long seed, double sparsity) {
        RandomStreams streams = new RandomStreams(seed);
        List<LateralMask> masks = update.heads().stream()
                .map(head -> LateralMask.random(columns, width, sparsity, streams.stream("columnar/mask" + head)))
                .toList();
        List<Parameters> parameters = FeatureColumns.zeros(update, columns, width, inputs);
        for (int i = 0; i < columns; i++) {
            for (ParameterShape shape : parameters.get(i).shapes()) {
                UniformRandomProvider random = streams.stream("columnar/" + i + "/" + shape.name());
                fill(parameters.get(i).matrix(shape.name()), initialisation.bound(layer(shape), shape.name().contains("b")), random);
            }
        }
        return new FeatureColumns(update, masks, parameters);
    }

    /** The layer that a parameter is of; a head counts the inputs that its mask lacks. */
    private ColumnInitialisation.Layer layer(ParameterShape shape) {
        return switch (shape.name().replaceFirst("_.$", "")) {
            case "W1", "b1" -> new ColumnInitialisation.Layer(inputs, width);
            case "W2", "b2" -> new ColumnInitialisation.Layer(width, width);
            case "U", "R", "ub" -> new ColumnInitialisation.Layer(columns * width + columns, 1);
            case String other -> throw new IllegalStateException("alignment benchmark: no layer for " + other);
        };
    }

    private static void fill(double[][] rows, double bound, UniformRandomProvider random) {
        for (double[] row : rows) {
            Arrays.setAll(row, k -> bound * (2 * random.nextDouble() - 1));
        }
    }

    /** The read-out weights of a seed; there is no bias. */
    public Parameters readout(long seed) {
        Parameters readout = ColumnarLearner.zeroReadout(columns, false);
        var normal = ZigguratSampler.NormalizedGaussian.of(new RandomStreams(seed).stream("columnar/w"));
        Arrays.setAll(readout.vector("w"), i -> READOUT_DEVIATION * normal.sample());
        return readout;
    }

    /** The sequence of a seed. */
    public Sequence sequence(long seed) {
        RandomStreams streams = new RandomStreams(seed);
        UniformRandomProvider coins = streams.stream("columnar/inputs");
        UniformRandomProvider uniform = streams.stream("columnar/targets");
        double[][] x = new double[steps][inputs];
        double[][] targets = new double[steps][1];
        double[] mask = new double[steps];
        Arrays.fill(mask, 1);
        for (int t = 0; t < steps; t++) {
            Arrays.setAll(x[t], i -> coins.nextBoolean() ? 1 : 0);
            targets[t][0] = LARGEST_TARGET * (2 * uniform.nextDouble() - 1);
        }
        return new Sequence(x, targets, mask);
    }

    /** A learner of a seed's network whose read-out learns by LMS at one rate; 0 for a read-out with constant weights. */
    public ColumnarLearner learner(long seed, double sparsity, double rate) {
        return new ColumnarLearner(columns(seed, sparsity), readout(seed), IntStream.range(0, columns).mapToDouble(i -> rate).toArray());
    }
}
