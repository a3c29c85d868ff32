package columna.hardware.technology;

import java.util.Locale;

/** How far outside its data a size lies, and where an extrapolation stops being one. */
final class Limits {
    /** A size more than this many times beyond its data has no price. */
    static final double FURTHEST = 16;

    private Limits() {}

    /** 1 inside {@code smallest..largest}, otherwise the ratio to the nearer end. */
    static double outside(String what, double size, double smallest, double largest) {
        double ratio = Math.max(1, Math.max(smallest / size, size / largest));
        if (ratio > FURTHEST) {
            throw new NoPriceException(String.format(Locale.ROOT,
                    "%s %s is more than %.0f times outside the %s to %s of its data",
                    what, plain(size), FURTHEST, plain(smallest), plain(largest)));
        }
        return ratio;
    }

    private static String plain(double size) {
        return size == Math.rint(size) ? Long.toString((long) size) : Double.toString(size);
    }
}
