package columna.reports.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import columna.reports.Axis;
import columna.reports.LineChart;
import columna.reports.Series;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Thinning must not change what a pixel column shows; the oracle takes every point. */
class CurveTest {
    private static final int COLUMNS = 300;
    private static final long SEED = 11;

    @Test
    void everyPixelColumnKeepsItsLowestAndHighestPoint() {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] x = new double[20_000];
        double[] y = new double[20_000];
        Arrays.setAll(x, i -> i + 1);
        Arrays.setAll(y, i -> Math.exp(-i / 4000.0) * random.nextDouble(0.5, 2));
        for (Axis axis : List.of(Axis.linear("x", "1"), Axis.logarithmic("x", "1"))) {
            LineChart chart = LineChart.of("c", "c", "", axis, Axis.logarithmic("y", "1"), List.of(Series.of("s", x, y)));
            ValueScale scaleX = Scales.x(chart, 6);
            ValueScale scaleY = Scales.y(chart, 6);
            List<Curve.Vertex> thin = new Curve(chart.series().getFirst(), scaleX, scaleY, COLUMNS).pieces().getFirst();
            assertThat(thin).as("seed " + SEED).hasSizeLessThanOrEqualTo(4 * (COLUMNS + 1));
            double[][] all = columns();
            double[][] kept = columns();
            for (int i = 0; i < x.length; i++) {
                mark(all, scaleX, scaleX.coordinate(x[i]), scaleY.coordinate(y[i]));
            }
            thin.forEach(v -> mark(kept, scaleX, v.x(), v.y()));
            assertThat(kept).as("seed " + SEED).isDeepEqualTo(all);
        }
    }

    private static double[][] columns() {
        double[][] columns = new double[COLUMNS + 1][];
        Arrays.setAll(columns, i -> new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY});
        return columns;
    }

    private static void mark(double[][] columns, ValueScale scale, double x, double y) {
        double[] column = columns[(int) (scale.fraction(x) * COLUMNS)];
        column[0] = Math.min(column[0], y);
        column[1] = Math.max(column[1], y);
    }

    @Test
    void valuesThatCannotBeDrawnCutTheLine() {
        Series series = Series.of("s", new double[] {1, 2, 3, 4, 5, 6}, new double[] {1, 2, Double.NaN, 4, 0, 6});
        LineChart chart = LineChart.of("c", "c", "", Axis.linear("x", "1"), Axis.logarithmic("y", "1"), List.of(series));
        assertThat(new Curve(series, Scales.x(chart, 6), Scales.y(chart, 6), COLUMNS).pieces()).extracting(List::size).containsExactly(2, 1, 1);
    }
}
