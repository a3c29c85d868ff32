package columna.experiments.reproduce;

/**
 * One measurement that depends on no other: a configuration under a seed. The same configuration and seed give the same numbers to the last
 * bit, on any machine and beside any other points.
 *
 * @param configuration what is measured, in the words of the report, such as {@code "LRU 4 layers, online"}; everything that changes its
 *     numbers but the seed is in it
 * @param seed the seed, from 1
 * @param coreSeconds about how long it takes on one core of the machine that the project was measured on; it orders and totals, nothing more
 * @param measuring the work
 */
public record Point(String configuration, long seed, double coreSeconds, Measuring measuring) {

    public Point {
        if (configuration.isBlank() || seed < 1 || !(coreSeconds > 0)) {
            throw new IllegalArgumentException("point '" + configuration + "', seed " + seed + ", " + coreSeconds
                    + " core seconds; allowed are a name, a seed from 1 and a positive time");
        }
    }

    /** The work of a point, done by one thread. */
    @FunctionalInterface
    public interface Measuring {

        /** Measures; calls {@link Course#reached} every second or so. */
        Measurement measure(Course course) throws java.io.IOException;
    }
}
