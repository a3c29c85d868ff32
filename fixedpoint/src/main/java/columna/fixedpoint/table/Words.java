package columna.fixedpoint.table;

import columna.fixedpoint.Cast;
import columna.fixedpoint.Format;
import columna.fixedpoint.Overflow;
import columna.fixedpoint.Quantization;

/** The words at the ports of a table. */
final class Words {

    private Words() {
    }

    static void requireInt(String port, Format format) {
        if (format.width() > (format.signed() ? 32 : 31)) {
            throw new IllegalArgumentException("The " + port + " of a table has the format " + format
                    + "; allowed: up to 32 signed or 31 unsigned bits.");
        }
    }

    /** A cast into the output, which has no random words at hand. */
    static Cast castTo(Format output) {
        requireInt("output", output);
        if (output.quantization() == Quantization.STOCHASTIC) {
            throw new IllegalArgumentException("The output of a table has the format " + output
                    + "; allowed quantisations: all but STOCHASTIC.");
        }
        return Cast.to(output);
    }

    /** An entry is made once by the designer: nearest, within range. */
    static long entry(Format format, double value) {
        return format.withQuantization(Quantization.RND).withOverflow(Overflow.SAT).fromDouble(value);
    }
}
