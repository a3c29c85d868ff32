package columna.hardware.technology;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A monotone function of two sizes, from a grid of positive values: log-log bilinear inside, straight in log-log outside.
 *
 * <p>Tables of macros are not monotone where their generator changes organisation. Each value is therefore replaced by
 * the geometric mean of the largest value of all sizes not larger and the smallest value of all sizes not smaller. Both
 * are monotone in either size, so is their mean, and a value that violates no order keeps its bits.
 * Beyond the grid the function continues with the mean slope of that edge, which is never negative.
 */
final class Surface {
    private final double[] xs;
    private final double[] ys;
    private final double[][] logs;

    /** Values {@code [x][y]}; sizes ascending; one size along {@code y} makes it a curve over {@code x}. */
    Surface(double[] xs, double[] ys, double[][] values) {
        this.xs = Arrays.stream(xs).map(Math::log).toArray();
        this.ys = Arrays.stream(ys).map(Math::log).toArray();
        this.logs = new double[xs.length][ys.length];
        for (int i = 0; i < xs.length; i++) {
            for (int j = 0; j < ys.length; j++) {
                logs[i][j] = Math.log(ordered(values, i, j));
            }
        }
    }

    static Surface curve(double[] xs, double[] values) {
        return new Surface(xs, new double[] {1}, Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new));
    }

    double at(double x) {
        return at(x, 1);
    }

    double at(double x, double y) {
        double atX = Math.log(x);
        double atY = Math.log(y);
        double insideX = Math.clamp(atX, xs[0], xs[xs.length - 1]);
        double insideY = Math.clamp(atY, ys[0], ys[ys.length - 1]);
        double log = inside(insideX, insideY);
        if (atX != insideX) {
            log += (atX - insideX) * slopeAlongX(atX < insideX ? 0 : xs.length - 2);
        }
        if (atY != insideY) {
            log += (atY - insideY) * slopeAlongY(atY < insideY ? 0 : ys.length - 2);
        }
        return Math.exp(log);
    }

    private static double ordered(double[][] values, int x, int y) {
        double largestBelow = 0;
        double smallestAbove = Double.POSITIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values[i].length; j++) {
                largestBelow = i <= x && j <= y ? Math.max(largestBelow, values[i][j]) : largestBelow;
                smallestAbove = i >= x && j >= y ? Math.min(smallestAbove, values[i][j]) : smallestAbove;
            }
        }
        return largestBelow == smallestAbove ? largestBelow : Math.sqrt(largestBelow * smallestAbove);
    }

    private double inside(double x, double y) {
        int i = interval(xs, x);
        int j = interval(ys, y);
        return between(xs, i, x, k -> between(ys, j, y, l -> logs[k][l]));
    }

    private static int interval(double[] sizes, double size) {
        int place = 0;
        while (place < sizes.length - 2 && size >= sizes[place + 1]) {
            place++;
        }
        return place;
    }

    private static double between(double[] sizes, int i, double size, java.util.function.IntToDoubleFunction value) {
        if (size == sizes[i] || sizes.length == 1) {
            return value.applyAsDouble(i);
        }
        double share = (size - sizes[i]) / (sizes[i + 1] - sizes[i]);
        return (1 - share) * value.applyAsDouble(i) + share * value.applyAsDouble(i + 1);
    }

    private double slopeAlongX(int i) {
        return IntStream.range(0, ys.length).mapToDouble(j -> logs[i + 1][j] - logs[i][j]).average().orElseThrow()
                / (xs[i + 1] - xs[i]);
    }

    private double slopeAlongY(int j) {
        return IntStream.range(0, xs.length).mapToDouble(i -> logs[i][j + 1] - logs[i][j]).average().orElseThrow()
                / (ys[j + 1] - ys[j]);
    }
}
