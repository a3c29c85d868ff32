package columna.reports;

import java.util.Arrays;

/**
 * A named curve: n points (x, y) in the order given, with or without a band from low to high about each point. Points whose x or
 * y is not finite are gaps. Immutable; arrays are copied in.
 */
public final class Series {
    private final String name;
    private final double[] x;
    private final double[] y;
    private final double[] low;
    private final double[] high;

    private Series(String name, double[] x, double[] y, double[] low, double[] high) {
        this.name = Require.text("Series.name", name);
        this.x = x;
        this.y = y;
        this.low = low;
        this.high = high;
        Require.sameSize("Series.y of \"" + name + "\"", y.length, x.length);
        if (low.length > 0 || high.length > 0) {
            Require.sameSize("Series.low of \"" + name + "\"", low.length, x.length);
            Require.sameSize("Series.high of \"" + name + "\"", high.length, x.length);
        }
    }

    public static Series of(String name, double[] x, double[] y) {
        return new Series(name, x.clone(), y.clone(), new double[0], new double[0]);
    }

    /** The same curve with a band: low and high of each point. */
    public Series withBand(double[] lows, double[] highs) {
        return new Series(name, x, y, lows.clone(), highs.clone());
    }

    /**
     * A noisy recording made readable: each window of consecutive finite samples becomes one point at its mean x and mean y, with
     * the window's smallest and largest y as the band. The last window may be shorter.
     */
    public static Series averaged(String name, double[] x, double[] y, int window) {
        if (window < 1) {
            throw new IllegalArgumentException("Window of series \"" + name + "\" is " + window + "; at least 1 is needed.");
        }
        Require.sameSize("Series.y of \"" + name + "\"", y.length, x.length);
        int n = Math.ceilDiv(x.length, window);
        double[][] out = new double[4][n];
        for (int i = 0; i < n; i++) {
            average(x, y, i * window, Math.min(x.length, (i + 1) * window), out, i);
        }
        return new Series(name, out[0], out[1], out[2], out[3]);
    }

    private static void average(double[] x, double[] y, int from, int to, double[][] out, int at) {
        double sumX = 0;
        double sumY = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int n = 0;
        for (int i = from; i < to; i++) {
            if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
                sumX += x[i];
                sumY += y[i];
                low = Math.min(low, y[i]);
                high = Math.max(high, y[i]);
                n++;
            }
        }
        out[0][at] = n == 0 ? Double.NaN : sumX / n;
        out[1][at] = n == 0 ? Double.NaN : sumY / n;
        out[2][at] = n == 0 ? Double.NaN : low;
        out[3][at] = n == 0 ? Double.NaN : high;
    }

    public String name() {
        return name;
    }

    public int size() {
        return x.length;
    }

    public double x(int i) {
        return x[i];
    }

    public double y(int i) {
        return y[i];
    }

    public boolean hasBand() {
        return low.length > 0;
    }

    public double low(int i) {
        return low[i];
    }

    public double high(int i) {
        return high[i];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series that && name.equals(that.name) && Arrays.equals(x, that.x) && Arrays.equals(y, that.y)
                && Arrays.equals(low, that.low) && Arrays.equals(high, that.high);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * name.hashCode() + Arrays.hashCode(x)) + Arrays.hashCode(y);
    }

    @Override
    public String toString() {
        return "Series[" + name + ", " + x.length + " points]";
    }
}
