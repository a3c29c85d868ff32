package columna.reference.dense;

import columna.reference.random.RandomStreams;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The weights of a dense network, or a gradient of the same shape: {@code recurrent} {@code [rows][n + m + 1]} acts on
 * {@code (h_{t-1}, x_t, 1)}, {@code readout} {@code [d][n + 1]} on {@code (h_t, 1)}. The arrays are live: who changes them changes the network.
 */
public record DenseParameters(DenseSpec spec, double[][] recurrent, double[][] readout) {

    /** The assumed spectral radius of a fresh recurrent matrix: near-orthogonal, so that the Jacobian is well conditioned. */
    static final double RECURRENT_GAIN = 0.9;

    /** The assumed deviation of a fresh input weight, times {@code 1 / sqrt(m)}: small, so that units do not saturate. */
    static final double INPUT_GAIN = 0.3;

    public static DenseParameters zeros(DenseSpec spec) {
        return new DenseParameters(spec, new double[spec.rows()][spec.columns()], new double[spec.outputs()][spec.units() + 1]);
    }

    /**
     * Fresh weights: every recurrent matrix is 0.9 times a random orthogonal one, inputs are 0.3 N(0, 1/m), read-outs N(0, 1/n), biases 0.
     * The paper does not state its own; this is an assumption. Streams: {@code dense/init/NAME}.
     */
    public static DenseParameters initial(DenseSpec spec, RandomStreams streams) {
        return initial(spec, INPUT_GAIN, streams);
    }

    /** As {@link #initial(DenseSpec, RandomStreams)}, with inputs {@code inputGain N(0, 1/m)}. */
    public static DenseParameters initial(DenseSpec spec, double inputGain, RandomStreams streams) {
        DenseParameters parameters = zeros(spec);
        for (ParameterBlock block : spec.blocks()) {
            UniformRandomProvider stream = streams.stream("dense/init/" + block.name());
            if (block.readout() && block.columns() == spec.units() && block.firstColumn() == 0) {
                parameters.set(block, gaussian(stream, block.rows(), block.columns(), 1 / Math.sqrt(spec.units())));
            } else if (!block.readout() && block.firstColumn() == 0) {
                parameters.set(block, orthogonal(stream, spec.units(), RECURRENT_GAIN));
            } else if (!block.readout() && block.firstColumn() == spec.units()) {
                parameters.set(block, gaussian(stream, block.rows(), block.columns(), inputGain / Math.sqrt(spec.inputs())));
            }
        }
        return parameters;
    }

    static double[][] gaussian(UniformRandomProvider stream, int rows, int columns, double deviation) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(stream);
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            for (int j = 0; j < columns; j++) {
                row[j] = deviation * normal.sample();
            }
        }
        return values;
    }

    /** Rows of a Gaussian matrix made orthonormal (Gram and Schmidt, each projection taken twice against rounding), times the gain. */
    public static double[][] orthogonal(UniformRandomProvider stream, int size, double gain) {
        double[][] q = gaussian(stream, size, size, 1);
        for (int i = 0; i < size; i++) {
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < i; j++) {
                    Rows.add(-Rows.dot(q[i], q[j]), q[j], q[i], 0);
                }
            }
            Rows.scale(1 / Math.sqrt(Rows.dot(q[i], q[i])), q[i]);
        }
        for (double[] row : q) {
            Rows.scale(gain, row);
        }
        return q;
    }

    /** A copy of a block, {@code [rows][columns]}. */
    public double[][] get(ParameterBlock block) {
        double[][] values = new double[block.rows()][block.columns()];
        for (int r = 0; r < values.length; r++) {
            System.arraycopy(matrix(block)[block.firstRow() + r], block.firstColumn(), values[r], 0, block.columns());
        }
        return values;
    }

    /** Overwrites a block with {@code [rows][columns]} values. */
    public void set(ParameterBlock block, double[][] values) {
        for (int r = 0; r < block.rows(); r++) {
            System.arraycopy(values[r], 0, matrix(block)[block.firstRow() + r], block.firstColumn(), block.columns());
        }
    }

    private double[][] matrix(ParameterBlock block) {
        return block.readout() ? readout : recurrent;
    }

    /** A copy that shares nothing. */
    public DenseParameters copy() {
        DenseParameters copy = zeros(spec);
        for (int r = 0; r < recurrent.length; r++) {
            copy.recurrent[r] = recurrent[r].clone();
        }
        for (int r = 0; r < readout.length; r++) {
            copy.readout[r] = readout[r].clone();
        }
        return copy;
    }

    public void save(DataOutputStream out) throws IOException {
        Rows.save(recurrent, out);
        Rows.save(readout, out);
    }

    /** Overwrites the values with those of saved parameters of the same shape. */
    public void restore(DataInputStream in) throws IOException {
        Rows.restore(recurrent, in);
        Rows.restore(readout, in);
    }

    void clear() {
        Rows.clear(recurrent);
        Rows.clear(readout);
    }
}
