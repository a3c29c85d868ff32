package columna.reference.columnar;

import columna.reference.network.ParameterShape;
import columna.reference.network.Parameters;
import java.util.List;

/**
 * How well an estimated gradient a agrees with a true gradient b, parameter by parameter (Javed et al. 2021, figures 3 to 8). Counted are the
 * parameters with {@code |a b| > 1e-10}; weights that do not exist drop out, since both their gradients are 0.
 *
 * @param agreement the part of the counted parameters whose signs agree, 0 to 1; not a cosine
 * @param meanAbsoluteError {@code sum |a - b|} over all parameters, divided by the number of those counted
 * @param counted how many were counted
 */
public record SignAlignment(double agreement, double meanAbsoluteError, int counted) {

    private static final double NEGLIGIBLE = 1e-10;

    /**
     * The alignment over all parameters of all columns.
     *
     * @throws IllegalArgumentException if no parameter counts
     */
    public static SignAlignment of(List<Parameters> estimated, List<Parameters> exact) {
        int counted = 0;
        int agreeing = 0;
        double error = 0;
        for (int i = 0; i < exact.size(); i++) {
            for (ParameterShape shape : exact.get(i).shapes()) {
                double[][] a = estimated.get(i).matrix(shape.name());
                double[][] b = exact.get(i).matrix(shape.name());
                for (int r = 0; r < shape.rows(); r++) {
                    for (int c = 0; c < shape.columns(); c++) {
                        double product = a[r][c] * b[r][c];
                        error += Math.abs(a[r][c] - b[r][c]);
                        counted += Math.abs(product) > NEGLIGIBLE ? 1 : 0;
                        agreeing += product > NEGLIGIBLE ? 1 : 0;
                    }
                }
            }
        }
        if (counted == 0) {
            throw new IllegalArgumentException("alignment: no parameter whose two gradients have a product above " + NEGLIGIBLE + " in size");
        }
        return new SignAlignment((double) agreeing / counted, error / counted, counted);
    }
}
