package columna.experiments.numerics;

import columna.experiments.spec.TableSpec;
import columna.fixedpoint.Format;
import columna.fixedpoint.Quantization;
import columna.sim.program.Memory;
import java.util.EnumMap;
import java.util.Map;

/** The same formats and tables with some fraction bits more or fewer. */
public final class Widening {

    private static final int LARGEST_TABLE = 65536;
    private static final int SMALLEST_TABLE = 4;

    private Widening() {}

    /**
     * A format with the same range; rounding is to nearest, so that a width is compared with a width and not with a mode. A format without fraction
     * bits counts, of which nothing is rounded, and stays as it is.
     *
     * @throws IllegalArgumentException if no memory holds it
     */
    public static Format of(Format format, int added) {
        if (format.fractionBits() <= 0) {
            return format;
        }
        int limit = format.signed() ? Memory.WIDEST_WORD_BITS : Memory.WIDEST_WORD_BITS - 1;
        Quantization nearest =
                format.quantization() == Quantization.STOCHASTIC ? Quantization.RND : format.quantization();
        int width = format.width() + added;
        if (width < 2 || width > limit) {
            throw new IllegalArgumentException(format + " cannot have " + width + " bits");
        }
        return new Format(
                width, format.integerBits(), format.signed(), nearest, format.overflow(), format.saturatedBits());
    }

    /** Tables whose interpolation errs by as much less: with the square of their entries. */
    public static Map<TableSpec.Function, TableSpec> of(Map<TableSpec.Function, TableSpec> tables, int added) {
        Map<TableSpec.Function, TableSpec> grown = new EnumMap<>(TableSpec.Function.class);
        tables.forEach((function, table) -> {
            int doublings = Math.ceilDiv(added, 2);
            double entries = table.entries() * StrictMath.scalb(1.0, doublings);
            int bounded = (int) Math.max(SMALLEST_TABLE, Math.min(LARGEST_TABLE, entries));
            grown.put(function, new TableSpec(bounded, table.interpolation()));
        });
        return grown;
    }
}
