package columna.hardware.technology;

import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The synthesised units of {@code synth45.csv}: curves over one size, planes over two. Nangate45, 1.1 V, 25 C. */
final class Synthesis {
    private final Csv table = Csv.resource("synth45.csv");

    Csv rows(String componentPrefix) {
        return table.where(row -> row.text("component").startsWith(componentPrefix));
    }

    /** A curve through the rows of a component; rows of equal size enter with their geometric mean. */
    Surface curve(String component, ToDoubleFunction<Csv.Row> size, ToDoubleFunction<Csv.Row> value) {
        var logs = new TreeMap<Double, double[]>();
        for (Csv.Row row : rows(component).rows()) {
            var sum = logs.computeIfAbsent(size.applyAsDouble(row), key -> new double[2]);
            sum[0] += Math.log(value.applyAsDouble(row));
            sum[1]++;
        }
        return Surface.curve(logs.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
                logs.values().stream().mapToDouble(sum -> Math.exp(sum[0] / sum[1])).toArray());
    }

    /** A curve over {@code width_a} of one column. */
    Surface curve(String component, String column) {
        return curve(component, row -> row.number("width_a"), row -> row.number(column));
    }

    /** {@code p * width_a + q * width_b} through the rows of a component, by least squares of the relative error. */
    double plane(String component, String column, double a, double b) {
        var rows = rows(component).rows();
        var design = new double[rows.size()][];
        var wanted = new double[rows.size()];
        for (int i = 0; i < design.length; i++) {
            double value = rows.get(i).number(column);
            design[i] = new double[] {rows.get(i).number("width_a") / value, rows.get(i).number("width_b") / value};
            wanted[i] = 1;
        }
        double[] fit = LeastSquares.solve(design, wanted);
        return fit[0] * a + fit[1] * b;
    }

    /** {@code c * 2^(p * width_a) * width_b^q} through the rows of a component, by least squares of the logarithm. */
    double table(String component, String column, double entries, double bits) {
        var rows = rows(component).rows();
        var design = new double[rows.size()][];
        var wanted = new double[rows.size()];
        for (int i = 0; i < design.length; i++) {
            design[i] = new double[] {1, rows.get(i).number("width_a") * Math.log(2), Math.log(rows.get(i).number("width_b"))};
            wanted[i] = Math.log(rows.get(i).number(column));
        }
        double[] fit = LeastSquares.solve(design, wanted);
        return Math.exp(fit[0] + fit[1] * Math.log(entries) + fit[2] * Math.log(bits));
    }
}
