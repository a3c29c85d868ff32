package columna.experiments.chip;

import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.TableSpec;
import columna.fixedpoint.Format;
import columna.fixedpoint.Quantization;
import columna.fixedpoint.table.Interpolation;
import columna.fixedpoint.table.LookupTable;
import columna.fixedpoint.table.Power;
import columna.fixedpoint.table.Segments;
import columna.sim.cores.Tables;
import columna.sim.program.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * The look-up tables of an experiment: samples each nonlinearity between two formats. Equal requests share one ROM.
 * StrictMath gives the same entries on every machine.
 */
final class Nonlinearities implements Tables {

    private record Key(Nonlinearity nonlinearity, Format input, Format output) {}

    private final ExperimentSpec spec;
    private final Map<Key, LookupTable> contents = new HashMap<>();

    Nonlinearities(ExperimentSpec spec) {
        this.spec = spec;
    }

    @Override
    public Table table(String name, Nonlinearity nonlinearity, Format input, Format output) {
        return new Table(
                name, contents.computeIfAbsent(new Key(nonlinearity, input, output), this::sample));
    }

    private LookupTable sample(Key key) {
        Format input = key.input();
        // A table's output register rounds to nearest: the stochastic comparator sits in the lanes' rounding units only.
        Format output = key.output().quantization() == Quantization.STOCHASTIC
                ? key.output().withQuantization(Quantization.RND)
                : key.output();
        return switch (key.nonlinearity()) {
            case EXPONENTIAL -> direct(TableSpec.Function.EXP, input, -8, 8, output, StrictMath::exp);
            // Down to where a weight is below any format's resolution: a floor would be an error that never vanishes.
            // The highest input is 0 itself, the peak's.
            case SOFTMAX_EXPONENTIAL -> direct(
                    TableSpec.Function.EXP,
                    input,
                    Math.max(-16, input.minimum()) + input.resolution(),
                    input.resolution(),
                    output,
                    StrictMath::exp);
            case DECAY -> direct(TableSpec.Function.EXP, input, 0, 8, output, x -> StrictMath.exp(-x));
            case COSINE -> direct(TableSpec.Function.SINE, input, 0, 8, output, StrictMath::cos);
            case SINE -> direct(TableSpec.Function.SINE, input, 0, 8, output, StrictMath::sin);
            case GELU -> direct(TableSpec.Function.GELU, input, -16, 16, output, Gelu::value);
            case GELU_SLOPE -> direct(TableSpec.Function.GELU, input, -16, 16, output, Gelu::slope);
            case SIGMOID -> direct(TableSpec.Function.SIGMOID, input, -8, 8, output, x -> 1 / (1 + StrictMath.exp(-x)));
            case RECIPROCAL -> normalised(TableSpec.Function.RECIPROCAL, Power.RECIPROCAL, input, output);
            case RECIPROCAL_SQUARE_ROOT -> normalised(
                    TableSpec.Function.RECIPROCAL_SQUARE_ROOT, Power.RECIPROCAL_SQUARE_ROOT, input, output);
        };
    }

    private LookupTable direct(
            TableSpec.Function function, Format input, double low, double high, Format output, DoubleUnaryOperator f) {
        TableSpec table = spec.table(function);
        Segments segments = segments(input, low, high, Integer.numberOfTrailingZeros(table.entries()));
        return LookupTable.direct(segments, interpolation(table), output.withQuantization(Quantization.RND), output, f);
    }

    /** The domain, or what the input's format can represent of it; never more segments than inputs. */
    private static Segments segments(Format input, double low, double high, int addressBits) {
        double bottom = Math.max(low, input.minimum());
        double top = Math.min(high, -input.minimum() > 0 ? -input.minimum() : input.maximum() + input.resolution());
        long length = (long) ((top - bottom) / input.resolution());
        int bits = Math.min(addressBits, Long.numberOfTrailingZeros(Long.highestOneBit(length)));
        return Segments.between(input, bottom, top, bits);
    }

    private LookupTable normalised(TableSpec.Function function, Power power, Format input, Format output) {
        TableSpec table = spec.table(function);
        int bits = Math.min(Integer.numberOfTrailingZeros(table.entries()), input.width() - 1);
        // The mantissa's power lies in (1/2, 1]: all bits of an entry but two are fraction.
        Format entry = Format.parse("fixed<" + Math.max(output.width(), 8) + ",2,RND,SAT>");
        return LookupTable.normalised(power, input, bits, interpolation(table), entry, output);
    }

    private static Interpolation interpolation(TableSpec table) {
        return switch (table.interpolation()) {
            case LINEAR -> Interpolation.LINEAR;
            case NONE -> Interpolation.NONE;
        };
    }
}
