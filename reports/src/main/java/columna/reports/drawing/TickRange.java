package columna.reports.drawing;

import columna.reports.Numbers;
import columna.reports.drawing.ValueScale.Fit;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses the ends of an axis and its ticks: steps of 1, 2 or 5 times a power of ten; powers of ten with 2 and 5 between them;
 * powers of two. No data gives the range 0 to 1 (1 to 10, 1 to 2), a single value a range about it.
 */
record TickRange(double low, double high, List<Tick> ticks) {
    private static final double SMALLEST = 1e-290;
    private static final int[] ROUND_STEPS = {1, 2, 5, 10};
    private static final String[] SUFFIXES = {"", "k", "M", "G", "T"};

    static TickRange linear(Extent extent, double factor, Fit fit, int wanted) {
        double min = extent.isEmpty() ? 0 : extent.min() / factor;
        double max = extent.isEmpty() ? 1 : extent.max() / factor;
        if (fit == Fit.FROM_ZERO) {
            min = Math.min(min, 0);
            max = Math.max(max, 0);
        }
        double size = Math.max(Math.abs(min), Math.abs(max));
        if (max - min <= 1e-9 * size || size < SMALLEST) {
            double pad = size < SMALLEST ? 1 : size / 2;
            max += pad;
            min -= fit == Fit.FROM_ZERO ? 0 : pad;
        }
        double step = roundStep((max - min) / wanted);
        double low = fit == Fit.EXACT ? min : Math.floor(min / step + 1e-9) * step;
        double high = fit == Fit.EXACT ? max : Math.ceil(max / step - 1e-9) * step;
        return new TickRange(low, high, linearTicks(low, high, step));
    }

    private static List<Tick> linearTicks(double low, double high, double step) {
        List<Tick> ticks = new ArrayList<>();
        double largest = Math.max(Math.abs(low), Math.abs(high));
        long last = (long) Math.floor(high / step + 1e-6);
        for (long i = (long) Math.ceil(low / step - 1e-6); i <= last; i++) {
            ticks.add(new Tick(i * step, label(i * step, step, largest)));
        }
        return ticks;
    }

    private static double roundStep(double span) {
        double decade = Math.pow(10, Math.floor(Math.log10(span)));
        for (int round : ROUND_STEPS) {
            if (round * decade >= span * (1 - 1e-9)) {
                return round * decade;
            }
        }
        return 10 * decade;
    }

    private static String label(double value, double step, double largest) {
        if (largest >= 1e15 || step < 1e-6) {
            return Numbers.significant(value, digits(value, step));
        }
        int thousands = largest >= 1e5 ? (int) Math.floor(Math.log10(largest) / 3) : 0;
        double unit = Math.pow(1000, thousands);
        int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step / unit) - 1e-9));
        String number = Numbers.decimals(value == 0 ? 0 : value / unit, decimals);
        return value == 0 ? number : number + SUFFIXES[thousands];
    }

    /** Significant digits that tell the value from its neighbours one step away. */
    private static int digits(double value, double step) {
        double decades = value == 0 ? 0 : Math.floor(Math.log10(Math.abs(value)) + 1e-9) - Math.floor(Math.log10(step) + 1e-9);
        return Math.clamp((int) decades + 1, 1, 17);
    }

    static TickRange logarithmic(Extent extent, double factor, Fit fit, int wanted) {
        double min = extent.isEmpty() ? 1 : extent.min() / factor;
        double max = extent.isEmpty() ? 10 : extent.max() / factor;
        double low = Math.log10(min);
        double high = Math.log10(max);
        if (high - low < 1e-6) {
            low -= 0.5;
            high += 0.5;
        } else if (fit != Fit.EXACT) {
            low = roundedDown(low);
            high = -roundedDown(-high);
        }
        return new TickRange(low, high, high - low < 0.7 ? narrowTicks(low, high, wanted) : decadeTicks(low, high, wanted));
    }

    /** The next coordinate below that of 1, 2 or 5 times a power of ten (above the negative coordinate: its mirror image). */
    private static double roundedDown(double coordinate) {
        double decade = Math.floor(coordinate);
        double rest = coordinate - decade + 1e-9;
        if (rest >= Math.log10(5)) {
            return decade + Math.log10(5);
        }
        return rest >= Math.log10(2) ? decade + Math.log10(2) : decade;
    }

    private static List<Tick> narrowTicks(double low, double high, int wanted) {
        double min = Math.pow(10, low);
        double max = Math.pow(10, high);
        return linearTicks(min, max, roundStep((max - min) / wanted)).stream()
                .map(tick -> new Tick(Math.log10(tick.coordinate()), tick.label())).toList();
    }

    private static List<Tick> decadeTicks(double low, double high, int wanted) {
        List<Tick> ticks = new ArrayList<>();
        int every = Math.max(1, (int) Math.ceil((high - low) / wanted));
        boolean labelsBetween = high - low < 2.5;
        for (int decade = (int) Math.floor(low); decade <= high + 1e-9; decade++) {
            for (int m = 1; m <= (every == 1 && high - low < 6 ? 9 : 1); m++) {
                double at = decade + Math.log10(m);
                boolean labelled = m == 1 && Math.floorMod(decade, every) == 0 || labelsBetween && (m == 2 || m == 5);
                if (at > low - 1e-9 && at < high + 1e-9 && (labelled || every <= 3)) {
                    ticks.add(new Tick(at, labelled ? decadeLabel(m, decade) : ""));
                }
            }
        }
        return ticks;
    }

    private static String decadeLabel(int mantissa, int decade) {
        if (decade >= -3 && decade <= 3) {
            return Numbers.decimals(mantissa * Math.pow(10, decade), Math.max(0, -decade));
        }
        if (decade > 3 && decade < 15) {
            return Numbers.decimals(mantissa * Math.pow(10, decade % 3), 0) + SUFFIXES[decade / 3];
        }
        return (mantissa == 1 ? "" : mantissa + "\u00d7") + Numbers.power(10, decade);
    }

    static TickRange octaves(Extent extent, int wanted) {
        double low = extent.isEmpty() ? 0 : Math.floor(Math.log(extent.min()) / Math.log(2) + 1e-9);
        double high = extent.isEmpty() ? 1 : Math.ceil(Math.log(extent.max()) / Math.log(2) - 1e-9);
        high = Math.max(high, low + 1);
        int every = 1;
        while ((high - low) / every > wanted) {
            every *= 2;
        }
        List<Tick> ticks = new ArrayList<>();
        for (int power = (int) low; power <= high; power++) {
            if (Math.floorMod(power, every) == 0) {
                ticks.add(new Tick(power, Numbers.power(2, power)));
            }
        }
        return new TickRange(low, high, ticks);
    }
}
