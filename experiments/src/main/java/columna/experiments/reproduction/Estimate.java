package columna.experiments.reproduction;

import columna.experiments.reproduce.Point;
import columna.experiments.reproduce.Reproduction;
import columna.experiments.reproduce.Scope;
import java.util.List;
import java.util.Locale;

/** About how long a reproduction takes on the machine that the project was measured on. */
public final class Estimate {

    /** The cores of that machine. */
    public static final int CORES = 2;

    private static final double MINUTE = 60;
    private static final double HOUR = 60 * MINUTE;
    private static final double DAY = 24 * HOUR;

    private Estimate() {}

    /** Seconds on {@link #CORES} cores: the points' sum spread over them, but no less than the longest point. */
    public static double seconds(List<Point> points) {
        double sum = points.stream().mapToDouble(Point::coreSeconds).sum();
        double longest = points.stream().mapToDouble(Point::coreSeconds).max().orElse(0);
        return Math.max(sum / CORES, longest);
    }

    /** The time of one size in words; for a size that needs a data folder, what to give. */
    public static String of(Reproduction reproduction, Scope scope) {
        try {
            return words(seconds(reproduction.points(scope)));
        } catch (IllegalArgumentException incomplete) {
            return "with --data";
        }
    }

    /** As a person would say it: 45 s, 8 min, 3.5 h, 2.1 d. */
    public static String words(double seconds) {
        if (seconds < 1.5 * MINUTE) {
            return String.format(Locale.ROOT, "%.0f s", Math.max(1, seconds));
        }
        if (seconds < 1.5 * HOUR) {
            return String.format(Locale.ROOT, "%.0f min", seconds / MINUTE);
        }
        return seconds < 2 * DAY
                ? String.format(Locale.ROOT, "%.1f h", seconds / HOUR)
                : String.format(Locale.ROOT, "%.1f d", seconds / DAY);
    }
}
