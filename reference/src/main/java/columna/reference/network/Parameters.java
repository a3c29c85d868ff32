package columna.reference.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One real array per parameter of a network, by name: the parameters themselves, a gradient, or an optimiser's moments. A matrix is
 * {@code double[out][in]} and is used as {@code y = W x}; a vector is one row. Complex parameters are two arrays, {@code _re} and {@code _im}.
 * The arrays are live: writing to them changes this object.
 */
public final class Parameters {

    private final List<ParameterShape> shapes;
    private final Map<String, double[][]> arrays = new LinkedHashMap<>();

    private Parameters(List<ParameterShape> shapes) {
        this.shapes = shapes;
        for (ParameterShape shape : shapes) {
            arrays.put(shape.name(), new double[shape.rows()][shape.columns()]);
        }
    }

    /** Zeros for every parameter of a network. */
    public static Parameters zeros(NetworkSpec spec) {
        return new Parameters(ParameterShape.of(spec));
    }

    /** Zeros of these names and sizes, for parts that a {@link NetworkSpec} does not describe. */
    public static Parameters zeros(List<ParameterShape> shapes) {
        return new Parameters(List.copyOf(shapes));
    }

    /** Zeros of the same names and sizes. */
    public Parameters zeros() {
        return new Parameters(shapes);
    }

    /** The names and sizes, in a fixed order. */
    public List<ParameterShape> shapes() {
        return shapes;
    }

    /** The rows of an array. */
    public double[][] matrix(String name) {
        double[][] rows = arrays.get(name);
        if (rows == null) {
            throw new IllegalArgumentException("parameters: no array is named " + name + "; there are " + String.join(", ", arrays.keySet()));
        }
        return rows;
    }

    /** The only row of a vector. */
    public double[] vector(String name) {
        return matrix(name)[0];
    }

    /** The number of values in all arrays. */
    public int count() {
        return shapes.stream().mapToInt(ParameterShape::count).sum();
    }

    /** Sets every value to zero. */
    public void clear() {
        for (double[][] rows : arrays.values()) {
            for (double[] row : rows) {
                Arrays.fill(row, 0);
            }
        }
    }

    /** Adds {@code factor} times the other arrays, which must be of the same network. */
    public void add(double factor, Parameters other) {
        for (ParameterShape shape : shapes) {
            double[][] to = matrix(shape.name());
            double[][] from = other.matrix(shape.name());
            for (int r = 0; r < to.length; r++) {
                add(to[r], factor, from[r]);
            }
        }
    }

    private static void add(double[] to, double factor, double[] from) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * from[i];
        }
    }

    /** Multiplies every value. */
    public void scale(double factor) {
        for (double[][] rows : arrays.values()) {
            for (double[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    row[i] *= factor;
                }
            }
        }
    }

    /** An independent copy. */
    public Parameters copy() {
        Parameters copy = zeros();
        copy.add(1, this);
        return copy;
    }

    /** Writes all values, in the order of the shapes. */
    public void save(DataOutput out) throws IOException {
        for (double[][] rows : arrays.values()) {
            for (double[] row : rows) {
                for (double value : row) {
                    out.writeDouble(value);
                }
            }
        }
    }

    /** Reads what {@link #save} wrote for the same network. */
    public void restore(DataInput in) throws IOException {
        for (double[][] rows : arrays.values()) {
            for (double[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = in.readDouble();
                }
            }
        }
    }

    /** The Euclidean norm over all arrays. */
    public double norm() {
        double sum = 0;
        for (double[][] rows : arrays.values()) {
            for (double[] row : rows) {
                for (double value : row) {
                    sum += value * value;
                }
            }
        }
        return Math.sqrt(sum);
    }
}
