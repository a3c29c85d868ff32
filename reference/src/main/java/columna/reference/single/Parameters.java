package columna.reference.single;

import columna.reference.network.ParameterShape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a network, or a gradient, in single precision; names, shapes and liveness as in
 * {@link columna.reference.network.Parameters}.
 */
public final class Parameters {

    private final List<ParameterShape> shapes;
    private final Map<String, float[][]> arrays = new LinkedHashMap<>();

    private Parameters(List<ParameterShape> shapes) {
        this.shapes = shapes;
        for (ParameterShape shape : shapes) {
            arrays.put(shape.name(), new float[shape.rows()][shape.columns()]);
        }
    }

    /** Zeros of the same names and sizes. */
    public static Parameters like(columna.reference.network.Parameters other) {
        return new Parameters(other.shapes());
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
    public float[][] matrix(String name) {
        return arrays.get(name);
    }

    /** The only row of a vector. */
    public float[] vector(String name) {
        return matrix(name)[0];
    }

    /** Sets every value to zero. */
    public void clear() {
        for (float[][] rows : arrays.values()) {
            for (float[] row : rows) {
                Arrays.fill(row, 0);
            }
        }
    }

    /** Takes over every value, rounded to the nearest. */
    public void set(columna.reference.network.Parameters from) {
        arrays.forEach((name, rows) -> {
            double[][] other = from.matrix(name);
            for (int r = 0; r < rows.length; r++) {
                for (int i = 0; i < rows[r].length; i++) {
                    rows[r][i] = (float) other[r][i];
                }
            }
        });
    }

    /** Adds every value to the other's. */
    public void addTo(columna.reference.network.Parameters sum) {
        arrays.forEach((name, rows) -> {
            double[][] other = sum.matrix(name);
            for (int r = 0; r < rows.length; r++) {
                for (int i = 0; i < rows[r].length; i++) {
                    other[r][i] += rows[r][i];
                }
            }
        });
    }
}
