package columna.experiments.profile.observation;

import columna.experiments.chip.ChipParameters;
import columna.reference.network.Parameters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signal that holds a parameter, its gradient or an optimiser's state for it.
 *
 * @param parameter the parameter's own signal: {@code lru.B} for {@code lru.moment1.B}
 * @param kind which of them
 */
record ParameterSignal(String parameter, Kind kind) {

    enum Kind {
        PARAMETER,
        GRADIENT,
        MOMENTUM,
        MOMENT1,
        MOMENT2
    }

    private static final Pattern WITH_KIND = Pattern.compile("([a-z]+)\\.(gradient|momentum|moment1|moment2)\\.(.+)");

    /** The signal of that name; empty if it is none of a parameter that the reference has. */
    static Optional<ParameterSignal> of(String signal) {
        Matcher matcher = WITH_KIND.matcher(signal);
        ParameterSignal found = matcher.matches()
                ? new ParameterSignal(matcher.group(1) + "." + matcher.group(3), Kind.valueOf(matcher.group(2).toUpperCase(Locale.ROOT)))
                : new ParameterSignal(signal, Kind.PARAMETER);
        return ChipParameters.isParameter(found.parameter) ? Optional.of(found) : Optional.empty();
    }

    /** The reference's arrays that it holds, of anything that has the parameters' shape. */
    List<double[][]> arrays(int layers, Parameters values) {
        return ChipParameters.arrays(parameter, layers, values);
    }
}
