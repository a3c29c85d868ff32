package columna.reference.task;

import java.util.Arrays;
import java.util.List;

/**
 * Symbols as unit vectors: symbol s is the input row that is 1 in channel s and 0 elsewhere. The label stands at every time step; the mask
 * is 1 at every time step but the padding. All sequences share the rows of one alphabet, so a sequence costs two references and a double
 * per time step.
 *
 * <p>Padding follows the last symbol, where the mask is 0; what comes later in time changes neither an earlier output nor, where the mask is
 * 0, any gradient. So the unpadded form has the same loss and the same gradients as the padded one, for less work.
 */
public final class OneHot {

    private final double[][] rows;

    /** An alphabet of so many channels, at most 256. */
    public OneHot(int width) {
        if (width < 1 || width > 256) {
            throw new IllegalArgumentException("one-hot inputs: " + width + " channels; allowed are 1 to 256");
        }
        rows = new double[width][width];
        for (int s = 0; s < width; s++) {
            rows[s][s] = 1;
        }
    }

    /** The sequence at its own length. */
    public Sequence sequence(LabelledSymbols example) {
        return padded(example, example.symbols().length, 0);
    }

    /** The sequences at their own lengths, built when read. */
    public List<Sequence> sequences(List<LabelledSymbols> examples) {
        return new SequenceList(examples.size(), i -> sequence(examples.get(i)));
    }

    /** The sequence at a given length, which must not be shorter, filled up with a padding symbol. */
    public Sequence padded(LabelledSymbols example, int length, int padding) {
        int valid = example.symbols().length;
        if (length < valid) {
            throw new IllegalArgumentException("one-hot inputs: " + valid + " symbols do not fit into " + length + " time steps");
        }
        double[][] inputs = new double[length][];
        for (int t = 0; t < length; t++) {
            inputs[t] = rows[t < valid ? Byte.toUnsignedInt(example.symbols()[t]) : padding];
        }
        double[][] targets = new double[length][];
        Arrays.fill(targets, new double[] {example.label()});
        double[] mask = new double[length];
        Arrays.fill(mask, 0, valid, 1);
        return new Sequence(inputs, targets, mask);
    }
}
