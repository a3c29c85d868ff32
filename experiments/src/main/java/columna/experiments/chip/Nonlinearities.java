package columna.experiments.chip;

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
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * The look-up tables of a chip: samples each nonlinearity between two formats. Equal requests share one ROM.
 * StrictMath gives the same entries on every machine.
 */
public final class Nonlinearities implements Tables {

    private record Key(Nonlinearity nonlinearity, Format input, Format output) {}

    private final Function<TableSpec.Function, TableSpec> specs;
    private final Map<Key, LookupTable> contents = new HashMap<>();
    private final Map<LookupTable, DoubleUnaryOperator> sampled = new IdentityHashMap<>();

    /** Tables of the given sizes. */
    public Nonlinearities(Function<TableSpec.Function, TableSpec> specs) {
        this.specs = specs;
    }

    /** The function that one of these tables samples. */
    public DoubleUnaryOperator exact(LookupTable table) {
        return sampled.get(table);
    }

    @Override
    public Table table(String name, Nonlinearity nonlinearity, Format input, Format output) {
        LookupTable table = contents.computeIfAbsent(new Key(nonlinearity, input, output), this::sample);
        sampled.put(table, function(nonlinearity));
        return new Table(name, table);
    }

    private static DoubleUnaryOperator function(Nonlinearity nonlinearity) {
        return switch (nonlinearity) {
            case EXPONENTIAL, SOFTMAX_EXPONENTIAL -> StrictMath::exp;
            case DECAY -> x -> StrictMath.exp(-x);
            case COSINE -> StrictMath::cos;
            case SINE -> StrictMath::sin;
            case GELU -> Gelu::value;
            case GELU_SLOPE -> Gelu::slope;
            case TANH -> StrictMath::tanh;
            case RELU -> x -> Math.max(0, x);
            case STEP -> x -> x > 0 ? 1 : 0;
            case SIGMOID -> x -> 1 / (1 + StrictMath.exp(-x));
            case RECIPROCAL -> x -> 1 / x;
            case RECIPROCAL_SQUARE_ROOT -> x -> 1 / StrictMath.sqrt(x);
        };
    }

    private LookupTable sample(Key key) {
        Format input = key.input();
        // A table's output register rounds to nearest: the stochastic comparator sits in the lanes' rounding units only.
        Format output = key.output().quantization() == Quantization.STOCHASTIC
                ? key.output().withQuantization(Quantization.RND)
                : key.output();
        return switch (key.nonlinearity()) {
            case EXPONENTIAL -> direct(TableSpec.Function.EXP, input, -8, 8, output, function(key.nonlinearity()));
            // Down to where a weight is below any format's resolution: a floor would be an error that never vanishes.
            // The highest input is 0 itself, the peak's.
            case SOFTMAX_EXPONENTIAL -> direct(
                    TableSpec.Function.EXP,
                    input,
                    Math.max(-16, input.minimum()) + input.resolution(),
                    input.resolution(),
                    output,
                    function(key.nonlinearity()));
            case DECAY -> direct(TableSpec.Function.EXP, input, 0, 8, output, function(key.nonlinearity()));
            case COSINE -> direct(TableSpec.Function.SINE, input, 0, 8, output, function(key.nonlinearity()));
            case SINE -> direct(TableSpec.Function.SINE, input, 0, 8, output, function(key.nonlinearity()));
            case GELU -> direct(TableSpec.Function.GELU, input, -16, 16, output, function(key.nonlinearity()));
            case GELU_SLOPE -> direct(TableSpec.Function.GELU, input, -16, 16, output, function(key.nonlinearity()));
            // Beyond 8 the tangent differs from 1 by 2^-22.
            case TANH -> direct(TableSpec.Function.TANH, input, -8, 8, output, function(key.nonlinearity()));
            case RELU -> relu(input, output);
            case STEP -> LookupTable.direct(halves(input), Interpolation.NONE, output, output, function(key.nonlinearity()));
            case SIGMOID -> direct(TableSpec.Function.SIGMOID, input, -8, 8, output, function(key.nonlinearity()));
            case RECIPROCAL -> normalised(TableSpec.Function.RECIPROCAL, Power.RECIPROCAL, input, output);
            case RECIPROCAL_SQUARE_ROOT -> normalised(
                    TableSpec.Function.RECIPROCAL_SQUARE_ROOT, Power.RECIPROCAL_SQUARE_ROOT, input, output);
        };
    }

    /** Exact, since the line through 0 and the end of the input's range has a slope of 1; that end needs an integer bit more than an input. */
    private static LookupTable relu(Format input, Format output) {
        int integerBits = Math.max(input.integerBits(), output.integerBits()) + 1;
        Format end = Format.parse("fixed<" + (integerBits + output.fractionBits()) + "," + integerBits + ",RND,SAT>");
        return LookupTable.direct(halves(input), Interpolation.LINEAR, end, output, function(Nonlinearity.RELU));
    }

    /** Two segments below 0 and two from 0 on: tables of fewer entries have no price. */
    private static Segments halves(Format input) {
        return segments(input, input.minimum(), -input.minimum(), 2);
    }

    private LookupTable direct(
            TableSpec.Function function, Format input, double low, double high, Format output, DoubleUnaryOperator f) {
        TableSpec table = specs.apply(function);
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
        TableSpec table = specs.apply(function);
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
