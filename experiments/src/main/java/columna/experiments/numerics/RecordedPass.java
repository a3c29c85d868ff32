package columna.experiments.numerics;

import columna.reference.learning.Observer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Everything the reference reported in one pass over a sequence. */
final class RecordedPass implements Observer {

    /** One row; imaginary is empty if it is real. */
    record Row(double[] real, double[] imaginary) {}

    private final Map<At, Row> rows = new HashMap<>();
    private final Map<String, double[][]> gradients = new HashMap<>();

    @Override
    public void signal(At at, double[] re, double[] im) {
        rows.put(at, new Row(re.clone(), im.clone()));
    }

    @Override
    public void gradient(String name, double[][] values) {
        double[][] copy = new double[values.length][];
        for (int row = 0; row < copy.length; row++) {
            copy[row] = values[row].clone();
        }
        gradients.put(name, copy);
    }

    Optional<Row> row(At at) {
        return Optional.ofNullable(rows.get(at));
    }

    double[][] gradient(String name) {
        return gradients.get(name);
    }
}
