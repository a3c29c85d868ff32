package columna.reference.network;

import java.util.ArrayList;
import java.util.List;

/**
 * The name and size of one parameter array; a vector is one row.
 *
 * @param name for example {@code enc.W}, {@code layers.0.nu_log}, {@code layers.0.glu.W1}
 * @param rows 1 for a vector
 * @param columns the length of each row
 * @param vector whether the array is a vector and not a matrix of one row
 */
public record ParameterShape(String name, int rows, int columns, boolean vector) {

    /** All parameters of a network, in a fixed order. */
    public static List<ParameterShape> of(NetworkSpec spec) {
        List<ParameterShape> shapes = new ArrayList<>();
        int width = spec.width();
        if (spec.encoder()) {
            affine(shapes, "enc.W", "enc.b", width, spec.inputs());
        }
        for (int layer = 0; layer < spec.layers(); layer++) {
            layer(shapes, "layers." + layer + ".", spec);
        }
        if (spec.head() instanceof NetworkSpec.Head.Readout(int units)) {
            affine(shapes, "readout.W", "readout.b", units, width);
            width = units;
        }
        if (spec.decoder()) {
            affine(shapes, "dec.W", "dec.b", spec.outputs() * spec.classes(), width);
        }
        return List.copyOf(shapes);
    }

    private static void layer(List<ParameterShape> shapes, String prefix, NetworkSpec spec) {
        int width = spec.width();
        if (spec.norm() != NetworkSpec.Norm.NONE) {
            shapes.add(vector(prefix + "ln.scale", width));
            shapes.add(vector(prefix + "ln.bias", width));
        }
        switch (spec.cell()) {
            case LRU -> lru(shapes, prefix, spec.units(), width);
            case RNN -> rnn(shapes, prefix, spec.units(), width);
            case GRU -> gru(shapes, prefix, spec.units());
        }
        if (spec.cell().hasFeedthrough()) {
            boolean full = spec.feedthrough() == NetworkSpec.Feedthrough.FULL;
            shapes.add(full ? matrix(prefix + "D", width, width) : vector(prefix + "D", width));
        }
        if (spec.activation() == NetworkSpec.Activation.FULL_GLU) {
            affine(shapes, prefix + "glu.W1", prefix + "glu.b1", width, width);
            affine(shapes, prefix + "glu.W2", prefix + "glu.b2", width, width);
        }
    }

    private static void lru(List<ParameterShape> shapes, String prefix, int units, int width) {
        shapes.add(vector(prefix + "nu_log", units));
        shapes.add(vector(prefix + "theta_log", units));
        shapes.add(vector(prefix + "gamma_log", units));
        shapes.add(matrix(prefix + "B_re", units, width));
        shapes.add(matrix(prefix + "B_im", units, width));
        shapes.add(matrix(prefix + "C_re", width, units));
        shapes.add(matrix(prefix + "C_im", width, units));
    }

    private static void rnn(List<ParameterShape> shapes, String prefix, int units, int width) {
        shapes.add(matrix(prefix + "A", units, units));
        shapes.add(matrix(prefix + "B", units, width));
        shapes.add(matrix(prefix + "C", width, units));
    }

    private static void gru(List<ParameterShape> shapes, String prefix, int units) {
        for (String gate : List.of("r", "z", "n")) {
            affine(shapes, prefix + "W_" + gate, prefix + "b_" + gate, units, units);
            shapes.add(matrix(prefix + "U_" + gate, units, units));
        }
        shapes.add(vector(prefix + "b_hn", units));
    }

    private static void affine(List<ParameterShape> shapes, String weights, String bias, int rows, int columns) {
        shapes.add(matrix(weights, rows, columns));
        shapes.add(vector(bias, rows));
    }

    private static ParameterShape matrix(String name, int rows, int columns) {
        return new ParameterShape(name, rows, columns, false);
    }

    private static ParameterShape vector(String name, int length) {
        return new ParameterShape(name, 1, length, true);
    }

    /** The name without the layer: {@code nu_log} of {@code layers.0.nu_log}, {@code glu.W1}, {@code enc.W}. */
    public String leaf() {
        return name.startsWith("layers.") ? name.substring(name.indexOf('.', "layers.".length()) + 1) : name;
    }

    /** The number of values. */
    public int count() {
        return rows * columns;
    }
}
