package columna.experiments.yaml;

import java.util.Objects;

/**
 * Where a value was written. Lines and columns count from 1, columns in Unicode code points, as editors do; line 0 means that the
 * source has no lines (a command-line argument).
 *
 * @param source the file as the user named it, or the argument, for example {@code --set learning.rate=0}
 */
public record Location(String source, int line, int column) {

    public Location {
        Objects.requireNonNull(source);
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("negative position " + line + ":" + column);
        }
    }

    /** The location of an argument, which has neither line nor column. */
    public static Location ofArgument(String argument) {
        return new Location(argument, 0, 0);
    }

    /** {@code FILE:LINE:COLUMN}, or the argument alone. */
    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }

    /** The complaint every reader prints: where, then what was found and what is allowed. */
    public BadInput complain(String sentence) {
        return new BadInput(this + ": " + sentence);
    }
}
