package columna.sim.benchmark;

import columna.fixedpoint.Format;
import columna.fixedpoint.Lfsr;
import columna.fixedpoint.Quantization;
import columna.fixedpoint.kernel.RowKernels;
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
import columna.sim.cores.Tables.Nonlinearity;
import columna.sim.function.Cells;
import columna.sim.function.FunctionalChip;
import columna.sim.program.Memory;
import columna.sim.program.Purpose;
import columna.sim.program.StepKind;
import columna.sim.program.Table;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;

/**
 * The network of the copy task at full size (SEEDS A.1.2: four layers, N=64, H=128, 268,430 parameters) on a chip with
 * 16-bit words, initialised as SEEDS A.1.1, and sequences of the task: 20 patterns of 7 bits, 7 pads, a marker, 20 targets;
 * an Adam update every 20 sequences.
 */
final class FullSizeChip {

    /** Sequences of one update. */
    static final int SEQUENCES_PER_UPDATE = 20;

    private static final int PATTERNS = 20;
    private static final int STEPS = 48;
    private static final int BITS = 7;
    private static final int WIDTH = 128;
    private static final int UNITS = 64;
    private static final int LAYERS = 4;
    private static final double RATE = 1e-3;

    private final SplittableRandom random = new SplittableRandom(20261123);
    private final FunctionalChip chip;
    private int sequences;

    FullSizeChip(RowKernels kernels, int coresPerLayer, Quantization weights) {
        this.chip = new FunctionalChip(chip(coresPerLayer, weights), kernels);
        for (int core = 0; core < chip.chip().cores().size(); core++) {
            for (Memory memory : chip.chip().cores().get(core).program().memories()) {
                if (memory.purpose() == Purpose.PARAMETER) {
                    load(chip.cells(core, memory.name()));
                }
            }
        }
        chip.prepare();
    }

    private static Chip chip(int coresPerLayer, Quantization weights) {
        Design design = new Design(
                LearningRule.ONLINE, new Optimiser.Adam(3, 10), false, s -> format(s, weights), FullSizeChip::table);
        CoreHardware hardware = new CoreHardware(16, Ports.ONE_READ_ONE_WRITE);
        return new LruChip(
                        new NetworkShape(BITS + 1, WIDTH, UNITS, LAYERS, BITS, 2),
                        coresPerLayer,
                        hardware,
                        hardware,
                        new PipelineHardware(1, 1, 1),
                        new BusHardware(256, 1, 4),
                        new RandomHardware(Lfsr.named("LFSR16", 0xACE1), 8))
                .build(design);
    }

    private static Format format(String signal, Quantization weights) {
        return Format.parse(
                switch (signal) {
                    case "lru.B", "lru.C", "glu.w1", "glu.w2", "encoder.w", "decoder.w" -> "fixed<16,2," + weights + ",SAT>";
                    case "lru.lambda", "lru.modulus", "lru.cosine", "lru.sine" -> "fixed<16,1,RND,SAT>";
                    case "lru.nu.log", "lru.theta.log", "lru.gamma.log" -> "fixed<20,5,RND,SAT>";
                    case "norm.square" -> "fixed<24,12,RND,SAT>";
                    case "norm.variance" -> "fixed<24,6,RND,SAT>";
                    case "norm.scaling" -> "fixed<20,8,RND,SAT>";
                    case "decoder.logits", "decoder.peak", "decoder.below.peak", "decoder.total" -> "fixed<16,6,RND,SAT>";
                    case "rate", "rate.recurrent" -> "fixed<16,-3,RND,SAT>";
                    default -> {
                        if (signal.contains(".gradient.") || signal.contains(".moment1.")) {
                            yield "fixed<24,6,RND,SAT>";
                        }
                        if (signal.contains(".moment2.")) {
                            yield "fixed<32,8,RND,SAT>";
                        }
                        yield signal.contains("error.") ? "fixed<16,2,RND,SAT>" : "fixed<16,4,RND,SAT>";
                    }
                });
    }

    private static Table table(String name, Nonlinearity nonlinearity, Format input, Format output) {
        Format entry = Format.parse("fixed<" + Math.max(output.width(), 8) + ",2,RND,SAT>");
        int normalisedBits = Math.min(8, input.width() - 1);
        return new Table(
                name,
                switch (nonlinearity) {
                    case RECIPROCAL -> LookupTable.normalised(
                            Power.RECIPROCAL, input, normalisedBits, Interpolation.LINEAR, entry, output);
                    case RECIPROCAL_SQUARE_ROOT -> LookupTable.normalised(
                            Power.RECIPROCAL_SQUARE_ROOT, input, normalisedBits, Interpolation.LINEAR, entry, output);
                    case EXPONENTIAL, SOFTMAX_EXPONENTIAL -> direct(input, -8, 8, output, StrictMath::exp);
                    case DECAY -> direct(input, 0, 8, output, x -> StrictMath.exp(-x));
                    case COSINE -> direct(input, 0, 8, output, StrictMath::cos);
                    case SINE -> direct(input, 0, 8, output, StrictMath::sin);
                    case TANH -> direct(input, -8, 8, output, StrictMath::tanh);
                    case RELU, STEP -> direct(input, -8, 8, output, x -> Math.max(0, x));
                    case SIGMOID -> direct(input, -8, 8, output, x -> 1 / (1 + StrictMath.exp(-x)));
                    case GELU -> direct(input, -16, 16, output, x -> x / (1 + StrictMath.exp(-1.702 * x)));
                    case GELU_SLOPE -> direct(input, -16, 16, output, x -> 1 / (1 + StrictMath.exp(-1.702 * x)));
                });
    }

    private static LookupTable direct(Format input, double low, double high, Format output, DoubleUnaryOperator f) {
        double bottom = Math.max(low, input.minimum());
        double top = Math.min(high, -input.minimum());
        Format entry = output.withQuantization(Quantization.RND);
        return LookupTable.direct(Segments.between(input, bottom, top, 8), Interpolation.LINEAR, entry, output, f);
    }

    private void load(Cells cells) {
        Memory memory = cells.memory();
        Supplier<Double> value =
                switch (memory.name()) {
                    case "lru.nu.log" -> () -> Math.log(-0.5 * Math.log(random.nextDouble(1e-3, 1)));
                    case "lru.theta.log" -> () -> Math.log(6.28 * random.nextDouble(1e-3, 1));
                    case "lru.gamma.log" -> () -> 0.5 * Math.log(1 - random.nextDouble(0, 0.999));
                    case "lru.B" -> () -> random.nextGaussian() / Math.sqrt(2 * WIDTH);
                    case "lru.C" -> () -> random.nextGaussian() / Math.sqrt(UNITS);
                    case "mix.D" -> () -> random.nextGaussian();
                    case "norm.scale" -> () -> 1.0;
                    case "norm.inverse" -> () -> 1.0 / WIDTH;
                    case "norm.epsilon" -> () -> 1e-5;
                    case "glu.w1", "glu.w2", "decoder.w" -> () -> random.nextGaussian() / Math.sqrt(WIDTH);
                    case "encoder.w" -> () -> random.nextGaussian() / Math.sqrt(BITS + 1);
                    default -> () -> 0.0;
                };
        cells.load(words(memory, value), memory.complex() ? words(memory, value) : new int[0][]);
    }

    private static int[][] words(Memory memory, Supplier<Double> value) {
        int[][] words = new int[memory.rows()][memory.columns()];
        for (int[] row : words) {
            for (int i = 0; i < row.length; i++) {
                row[i] = word(value.get(), memory.format());
            }
        }
        return words;
    }

    private static int word(double value, Format format) {
        return (int) format.withQuantization(Quantization.RND).fromDouble(value);
    }

    /** Presents one sequence; how a time step runs is up to the caller. */
    void sequence(Consumer<StepKind> step) {
        boolean updateDue = ++sequences % SEQUENCES_PER_UPDATE == 0;
        int[][] patterns = new int[PATTERNS][BITS];
        for (int[] pattern : patterns) {
            for (int b = 0; b < BITS; b++) {
                pattern[b] = random.nextInt(2);
            }
        }
        for (int t = 0; t < STEPS; t++) {
            int target = t - (STEPS - PATTERNS);
            StepKind kind = new StepKind(t == 0, true, target >= 0, updateDue && t == STEPS - 1);
            chip.send("input", input(t, patterns));
            if (target >= 0) {
                chip.send("target", oneHot(patterns[target]));
            }
            if (kind.update()) {
                chip.send("rate", new int[] {word(RATE, chip.payloadFormat("rate"))});
                chip.send("rate.recurrent", new int[] {word(RATE / 2, chip.payloadFormat("rate.recurrent"))});
            }
            step.accept(kind);
        }
    }

    private int[] input(int t, int[][] patterns) {
        Format format = chip.payloadFormat("input");
        int[] words = new int[BITS + 1];
        for (int b = 0; b < BITS && t < PATTERNS; b++) {
            words[b] = word(2 * patterns[t][b] - 1, format);
        }
        words[BITS] = t == STEPS - PATTERNS - 1 ? word(1, format) : 0;
        return words;
    }

    private int[] oneHot(int[] bits) {
        int[] words = new int[2 * BITS];
        for (int b = 0; b < BITS; b++) {
            words[2 * b + bits[b]] = word(1, chip.payloadFormat("target"));
        }
        return words;
    }

    FunctionalChip chip() {
        return chip;
    }

    /** A number that depends on every parameter word, to compare bits between versions. */
    long checksum() {
        long sum = 0;
        for (int core = 0; core < chip.chip().cores().size(); core++) {
            for (Memory memory : chip.chip().cores().get(core).program().memories()) {
                for (int part = 0; part < memory.parts(); part++) {
                    for (int[] row : chip.cells(core, memory.name()).rows(part == 1)) {
                        for (int word : row) {
                            sum = sum * 31 + word;
                        }
                    }
                }
            }
        }
        return sum;
    }
}
