package columna.experiments.reproduce.javed2021;

import columna.experiments.reproduce.Criterion;
import columna.experiments.reproduce.Sample;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A number of a calibration as it is printed: {@code 98.3±.3}, or {@code 71.6} where no error is given. A measured mean agrees with it if it is
 * within three standard errors of their difference and the rounding of the print.
 *
 * @param value the mean
 * @param error its standard error, if printed
 * @param rounding half a unit of the last printed digit
 */
record Printed(double value, OptionalDouble error, double rounding) {

    private static final double STANDARD_ERRORS = 3;

    static Printed of(String text) {
        String[] parts = text.strip().split("±");
        int point = parts[0].indexOf('.');
        int decimals = point < 0 ? 0 : parts[0].length() - point - 1;
        OptionalDouble error = parts.length == 1 ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(parts[1]));
        return new Printed(Double.parseDouble(parts[0]), error, 0.5 * Math.pow(10, -decimals));
    }

    /** With a standard error of the printed mean. */
    Criterion within(double standardError, Sample measured, String words) {
        double own = measured.size() < 2 ? 0 : measured.standardError();
        double reach = STANDARD_ERRORS * Math.hypot(standardError, own) + rounding;
        return new Criterion.Between(value - reach, value + reach, words);
    }

    /** With the standard error that the printed mean of some networks has if they spread as our seeds do; none for fewer than two seeds. */
    Criterion withinOurSpread(int networks, Sample measured) {
        if (measured.size() < 2) {
            return new Criterion.Open();
        }
        return within(measured.deviation() / Math.sqrt(networks), measured, String.format(Locale.ROOT,
                "within 3 standard errors; the calibration's is not given, our deviation over the root of its %d networks serves", networks));
    }
}
