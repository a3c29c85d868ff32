package columna.reference.network;

/**
 * The shape of a deep recurrent network. Every layer is the same block; with the paper's options (Zucchet et al. 2023, S5) it is
 *
 * <pre>
 *   z = LayerNorm(u)                                   norm PRE
 *   y = Re(C h) + D z,   h = lambda h + gamma (B z)    cell LRU
 *   a = gelu(y);  s = (W1 a + b1) sigmoid(W2 a + b2)   activation FULL_GLU
 *   u = u + s                                          skip
 * </pre>
 *
 * @param cell the recurrent cell of every layer
 * @param layers L, the number of layers
 * @param units N, the recurrent units of a layer
 * @param width H, the width of the residual stream
 * @param inputs input channels; equal to the width when there is no encoder
 * @param outputs outputs, each a value or a choice between classes
 * @param classes classes of each output; 1 for a squared error
 * @param encoder whether an affine map leads from the inputs to the width
 * @param decoder whether an affine map leads from the width to outputs times classes
 * @param norm where a layer normalises
 * @param activation what follows the cell
 * @param skip whether a layer adds its input to its output
 * @param feedthrough the shape of D; ignored by cells that have none
 * @param loss what is minimised
 * @param epsilon the number added to the variance in a layer normalisation
 * @param head what stands between the last layer and the decoder
 */
public record NetworkSpec(Cell cell, int layers, int units, int width, int inputs, int outputs, int classes, boolean encoder,
        boolean decoder, Norm norm, Activation activation, boolean skip, Feedthrough feedthrough, Loss loss, double epsilon, Head head) {

    /** The epsilon of the reference implementation's layer normalisation. */
    public static final double EPSILON = 1e-6;

    /** The recurrent cells. */
    public enum Cell {
        /** Linear recurrent unit: complex, diagonal, linear (Orvieto et al. 2023). */
        LRU,
        /** Dense linear recurrent network. */
        RNN,
        /** Gated recurrent units; the state is the output, so units equal the width and there is no D. */
        GRU;

        /** Whether the cell's output has a part D z. */
        public boolean hasFeedthrough() {
            return this != GRU;
        }
    }

    /** Where a layer normalises. */
    public enum Norm { NONE, PRE, POST }

    /** What follows the cell: nothing, gelu (tanh form), or gelu and a gated linear unit. */
    public enum Activation { NONE, GELU, FULL_GLU }

    /** D as a vector of the width, or as a matrix. */
    public enum Feedthrough { DIAGONAL, FULL }

    /** Half the squared error summed over time, or cross-entropy averaged over outputs and over the mask. */
    public enum Loss { SQUARED_ERROR_SUM, CROSS_ENTROPY_MASK_MEAN }

    /** What stands between the last layer and the decoder. */
    public sealed interface Head {

        /** Nothing. */
        record Direct() implements Head {}

        /** The causal mean over all time steps so far, its gradient passed straight through; for sequences with one label. */
        record RunningMean() implements Head {}

        /** A layer {@code relu(W u + b)} of that many units. */
        record Readout(int units) implements Head {

            public Readout {
                require(units >= 1, units + " read-out units; allowed is at least 1");
            }
        }
    }

    /** A network without a head. */
    public NetworkSpec(Cell cell, int layers, int units, int width, int inputs, int outputs, int classes, boolean encoder, boolean decoder,
            Norm norm, Activation activation, boolean skip, Feedthrough feedthrough, Loss loss, double epsilon) {
        this(cell, layers, units, width, inputs, outputs, classes, encoder, decoder, norm, activation, skip, feedthrough, loss, epsilon,
                new Head.Direct());
    }

    public NetworkSpec {
        require(layers >= 1 && units >= 1 && width >= 1 && inputs >= 1 && outputs >= 1 && classes >= 1,
                "layers, units, width, inputs, outputs and classes must be at least 1");
        require(cell != Cell.GRU || units == width, units + " units of cell GRU; they must equal the width " + width);
        require(encoder || inputs == width, inputs + " inputs without an encoder; they must equal the width " + width);
        require(decoder || outputs * classes == width,
                outputs * classes + " outputs times classes without a decoder; they must equal the width " + width);
        require(decoder || !(head instanceof Head.Readout), "a read-out without a decoder");
        require(loss != Loss.SQUARED_ERROR_SUM || classes == 1, classes + " classes with a squared error; it has 1");
        require(loss != Loss.CROSS_ENTROPY_MASK_MEAN || classes >= 2, classes + " classes with cross-entropy; it needs at least 2");
    }

    /** The paper's network of linear recurrent units for outputs of two classes: encoder, pre-norm, full GLU, skip, diagonal D, decoder. */
    public static NetworkSpec paper(int layers, int units, int width, int inputs, int outputs) {
        return paper(Cell.LRU, layers, units, width, inputs, outputs);
    }

    /** The paper's network around another cell. */
    public static NetworkSpec paper(Cell cell, int layers, int units, int width, int inputs, int outputs) {
        return new NetworkSpec(cell, layers, units, width, inputs, outputs, 2, true, true, Norm.PRE, Activation.FULL_GLU, true,
                Feedthrough.DIAGONAL, Loss.CROSS_ENTROPY_MASK_MEAN, EPSILON);
    }

    /** The same network with another head. */
    public NetworkSpec with(Head other) {
        return new NetworkSpec(cell, layers, units, width, inputs, outputs, classes, encoder, decoder, norm, activation, skip, feedthrough,
                loss, epsilon, other);
    }

    /** The same network with another activation. */
    public NetworkSpec with(Activation other) {
        return new NetworkSpec(cell, layers, units, width, inputs, outputs, classes, encoder, decoder, norm, other, skip, feedthrough, loss,
                epsilon, head);
    }

    /** The same network whose layer normalisation adds another number to the variance. */
    public NetworkSpec withEpsilon(double other) {
        return new NetworkSpec(cell, layers, units, width, inputs, outputs, classes, encoder, decoder, norm, activation, skip, feedthrough,
                loss, other, head);
    }

    /** The same network for outputs of that many classes. */
    public NetworkSpec withOutputs(int number, int classesOfEach) {
        return new NetworkSpec(cell, layers, units, width, inputs, number, classesOfEach, encoder, decoder, norm, activation, skip,
                feedthrough, loss, epsilon, head);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("network: " + otherwise);
        }
    }
}
