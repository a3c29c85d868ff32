package columna.experiments.trace;

import columna.experiments.yaml.BadInput;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which waveforms a run is to leave.
 *
 * @param formats the files
 * @param from first cycle of learning that is shown, counted from 0
 * @param to the cycle behind the last one that is shown
 */
public record TraceRequest(Set<TraceFormat> formats, long from, long to) {

    /** Cycles of a window whose end is not stated. */
    public static final long WINDOW_CYCLES = 20_000;

    /** Cycles beyond it could not be told in picoseconds of a slow clock. */
    private static final long LAST_START = 1_000_000_000L;

    /** The longest window. */
    public static final long MOST_CYCLES = 10_000_000;

    /**
     * As the command line has it.
     *
     * @throws BadInput for unknown formats and impossible windows
     */
    public static TraceRequest of(String formats, OptionalLong from, OptionalLong to) {
        long first = from.orElse(0);
        if (first < 0 || first > LAST_START) {
            throw new BadInput("--from " + first + ": found a cycle " + (first < 0 ? "below 0" : "above " + LAST_START) + "; allowed: 0 to "
                    + LAST_START);
        }
        long end = to.orElse(first + WINDOW_CYCLES);
        if (end <= first || end - first > MOST_CYCLES) {
            throw new BadInput("--to " + end + ": found a window of " + (end - first) + " cycles from cycle " + first + "; allowed: 1 to "
                    + MOST_CYCLES + " cycles");
        }
        Set<TraceFormat> chosen = EnumSet.noneOf(TraceFormat.class);
        for (String word : formats.split(",", -1)) {
            Optional<TraceFormat> format = Arrays.stream(TraceFormat.values()).filter(each -> each.word().equals(word.strip())).findFirst();
            chosen.add(format.orElseThrow(() -> new BadInput("--trace " + formats + ": found '" + word.strip() + "'; allowed: "
                    + Arrays.stream(TraceFormat.values()).map(TraceFormat::word).collect(Collectors.joining(", ")) + ", or both with a comma")));
        }
        return new TraceRequest(chosen, first, end);
    }
}
