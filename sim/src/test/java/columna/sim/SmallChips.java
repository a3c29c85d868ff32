package columna.sim;

import columna.fixedpoint.Format;
import columna.fixedpoint.Lfsr;
import columna.fixedpoint.table.Interpolation;
import columna.fixedpoint.table.LookupTable;
import columna.fixedpoint.table.Power;
import columna.fixedpoint.table.Segments;
import columna.hardware.block.Ports;
import columna.sim.chip.BusHardware;
import columna.sim.chip.Chip;
import columna.sim.chip.CoreHardware;
import columna.sim.chip.PipelineHardware;
import columna.sim.chip.RandomHardware;
import columna.sim.cores.Design;
import columna.sim.cores.LearningRule;
import columna.sim.cores.LruChip;
import columna.sim.cores.NetworkShape;
import columna.sim.cores.Optimiser;
import columna.sim.cores.RecurrentCell;
import columna.sim.cores.Tables.Nonlinearity;
import columna.sim.program.Table;
import java.util.function.DoubleUnaryOperator;

/** Chips small enough to be simulated by hand and by every interpreter in a test. */
public final class SmallChips {

    private SmallChips() {}

    /** A chip with odd sizes, so that rows end in the middle of a bank word. */
    public static Chip odd(LearningRule rule, Optimiser optimiser, boolean withinSequence, int lanes, Ports ports) {
        NetworkShape shape = new NetworkShape(4, 7, 5, 2, 3, 2);
        return build(shape, rule, optimiser, withinSequence, 2, lanes, ports);
    }

    /** The same with cells of another kind; a dense layer is one core. */
    public static Chip odd(RecurrentCell cell, LearningRule rule, Optimiser optimiser, boolean withinSequence) {
        NetworkShape shape = new NetworkShape(4, 7, 5, 2, 3, 2);
        int cores = cell == RecurrentCell.DENSE ? 1 : 2;
        return build(cell, shape, rule, optimiser, withinSequence, cores, 4, Ports.ONE_READ_ONE_WRITE);
    }

    /** Any chip of complex units with plain hardware. */
    public static Chip build(
            NetworkShape shape,
            LearningRule rule,
            Optimiser optimiser,
            boolean withinSequence,
            int coresPerLayer,
            int lanes,
            Ports ports) {
        return build(RecurrentCell.COMPLEX, shape, rule, optimiser, withinSequence, coresPerLayer, lanes, ports);
    }

    /** Any chip with plain hardware. */
    public static Chip build(
            RecurrentCell cell,
            NetworkShape shape,
            LearningRule rule,
            Optimiser optimiser,
            boolean withinSequence,
            int coresPerLayer,
            int lanes,
            Ports ports) {
        Design design = new Design(rule, optimiser, withinSequence, SmallChips::format, SmallChips::table);
        return new LruChip(
                        shape,
                        coresPerLayer,
                        new CoreHardware(lanes, ports),
                        new CoreHardware(lanes, ports),
                        new PipelineHardware(1, 1, 1),
                        new BusHardware(64, 1, 4),
                        new RandomHardware(Lfsr.named("LFSR16", 0xACE1), 8))
                .build(design, cell);
    }

    private static Format format(String signal) {
        if (signal.contains(".gradient.") || signal.contains(".momentum.") || signal.contains(".moment1.")) {
            return Format.parse("fixed<28,10,RND,SAT>");
        }
        if (signal.contains(".moment2.")) {
            return Format.parse("fixed<32,4,RND,SAT>");
        }
        if (signal.startsWith("rate")) {
            return Format.parse("fixed<16,-4,RND,SAT>");
        }
        if (signal.equals("lru.B") || signal.equals("lru.C") || signal.equals("rnn.A") || signal.startsWith("glu.w")) {
            return Format.parse("fixed<16,2,STOCHASTIC,SAT>");
        }
        return Format.parse("fixed<16,4,RND,SAT>");
    }

    private static Table table(String name, Nonlinearity nonlinearity, Format input, Format output) {
        Format entry = output.withQuantization(columna.fixedpoint.Quantization.RND);
        Interpolation linear = Interpolation.LINEAR;
        return new Table(
                name,
                switch (nonlinearity) {
                    case RECIPROCAL -> LookupTable.normalised(Power.RECIPROCAL, input, 6, linear, entry, output);
                    case RECIPROCAL_SQUARE_ROOT -> LookupTable.normalised(
                            Power.RECIPROCAL_SQUARE_ROOT, input, 6, linear, entry, output);
                    default -> LookupTable.direct(
                            Segments.covering(input, 6), linear, entry, output,
                            function(nonlinearity));
                });
    }

    private static DoubleUnaryOperator function(Nonlinearity nonlinearity) {
        return switch (nonlinearity) {
            case EXPONENTIAL, SOFTMAX_EXPONENTIAL -> StrictMath::exp;
            case DECAY -> x -> StrictMath.exp(-x);
            case COSINE -> StrictMath::cos;
            case SINE -> StrictMath::sin;
            case SIGMOID, GELU_SLOPE -> x -> 1 / (1 + StrictMath.exp(-x));
            case GELU -> x -> x / (1 + StrictMath.exp(-1.702 * x));
            default -> throw new IllegalArgumentException(nonlinearity + " has a table of its own kind");
        };
    }
}
