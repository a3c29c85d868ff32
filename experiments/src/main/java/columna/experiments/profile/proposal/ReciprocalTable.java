package columna.experiments.profile.proposal;

import columna.experiments.profile.observation.Histogram;
import columna.fixedpoint.Format;
import columna.sim.chip.Chip;
import columna.sim.program.MicroOperation.LookUp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of x to a negative power.
 *
 * @param exponent p of x^-p: 1 or 1/2
 * @param limit the largest result that the file's format of the result holds
 */
record ReciprocalTable(double exponent, double limit) {

    /** Those of a chip, by the signal that goes in. */
    static Map<String, ReciprocalTable> of(Chip chip) {
        Map<String, ReciprocalTable> tables = new HashMap<>();
        chip.cores().forEach(core -> core.program().phases().values().stream().flatMap(List::stream).forEach(operation -> {
            if (operation instanceof LookUp lookUp) {
                Format result = lookUp.destination().memory().format();
                String name = lookUp.table().name();
                if (name.contains("rsqrt") || name.equals("reciprocal")) {
                    tables.put(lookUp.source().memory().name(), new ReciprocalTable(name.equals("reciprocal") ? 1 : 0.5, result.maximum()));
                }
            }
        }));
        return tables;
    }

    /**
     * The power that noise of the argument is held against so that the result keeps the ratio: with y = x^-p and dy = p y/x dx it is
     * E[y^2] / (p^2 E[y^2/x^2]), the second mean over arguments whose result is within the limit; infinite if there are none.
     */
    double power(Histogram arguments) {
        double results = arguments.zeros() * limit * limit;
        double errors = 0;
        for (int octave = Math.max(Histogram.LOWEST_OCTAVE, arguments.firstOctave()); octave <= arguments.lastOctave(); octave++) {
            if (arguments.count(octave) > 0) {
                double argument = arguments.mean(octave);
                double result = Math.pow(argument, -exponent);
                results += arguments.count(octave) * Math.min(result, limit) * Math.min(result, limit);
                errors += result < limit ? arguments.count(octave) * result * result / (argument * argument) : 0;
            }
        }
        return results / (exponent * exponent * errors);
    }
}
