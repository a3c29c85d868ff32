package columna.experiments.chip;

import columna.fixedpoint.Format;
import columna.reference.network.Parameters;
import columna.sim.chip.Chip;
import columna.sim.cores.LruChip;
import columna.sim.function.Cells;
import columna.sim.function.FunctionalChip;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * The correspondence between the parameters of the float reference and the memories of a chip, in both directions, for
 * parameters and for anything that has their shape, such as gradients.
 */
public final class ChipParameters {

    /** A chip memory and the reference array (within a layer, or of the network) that it holds. */
    private static final Map<String, String> NETWORK =
            Map.of("encoder.w", "enc.W", "encoder.b", "enc.b", "decoder.w", "dec.W", "decoder.b", "dec.b");

    private static final Map<String, String> MIXING = Map.of(
            "norm.scale", "ln.scale",
            "norm.bias", "ln.bias",
            "mix.D", "D",
            "glu.w1", "glu.W1",
            "glu.b1", "glu.b1",
            "glu.w2", "glu.W2",
            "glu.b2", "glu.b2");

    private static final Map<String, String> UNITS =
            Map.of("lru.nu.log", "nu_log", "lru.theta.log", "theta_log", "lru.gamma.log", "gamma_log");

    /** Of a dense layer, in the reference's own shapes. */
    private static final Map<String, String> DENSE = Map.of("rnn.A", "A", "rnn.B", "B", "rnn.C", "C");

    private static final List<String> COMPLEX = List.of("lru.B", "lru.C");
    private static final int GROUP = "lru.".length();

    private final LruChip layout;
    private final FunctionalChip chip;
    private final double normEpsilon;

    /**
     * @param normEpsilon what layer normalisation adds to the variance
     */
    public ChipParameters(LruChip layout, FunctionalChip chip, double normEpsilon) {
        this.normEpsilon = normEpsilon;
        this.layout = layout;
        this.chip = chip;
    }

    /** Rounds parameters into the chip's memories and lets the chip compute what it derives from them. */
    public void load(Parameters parameters) {
        visit("", core -> true, new Visitor() {
            @Override
            public void real(Cells cells, double[][] reference, int firstUnit) {
                cells.load(Words.rows(slice(reference, cells, firstUnit), cells.memory().format()), new int[0][]);
            }

            @Override
            public void complex(Cells cells, double[][] re, double[][] im, int firstUnit, boolean transposed) {
                Format format = cells.memory().format();
                boolean complex = cells.memory().complex();
                cells.load(
                        Words.rows(matrix(re, cells, firstUnit, transposed), format),
                        complex ? Words.rows(matrix(im, cells, firstUnit, transposed), format) : new int[0][]);
            }
        }, parameters);
        loadConstants();
        chip.prepare();
    }

    private void loadConstants() {
        Chip description = chip.chip();
        for (int core : description.coresWith("norm.inverse")) {
            constant(chip.cells(core, "norm.inverse"), 1.0 / layout.shape().width());
            constant(chip.cells(core, "norm.epsilon"), normEpsilon);
        }
        for (int core : description.coresWith("decoder.one")) {
            constant(chip.cells(core, "decoder.one"), 1);
        }
    }

    private static void constant(Cells cells, double value) {
        cells.load(new int[][] {{Words.word(value, cells.memory().format())}}, new int[0][]);
    }

    /**
     * Reads the memories that belong to the parameters into arrays of the reference's shape.
     *
     * @param infix empty for the parameters themselves, {@code gradient} for their gradients
     * @param into overwritten; arrays without a memory on this chip keep their values
     */
    public void read(String infix, Parameters into) {
        read(infix, into, core -> true);
    }

    /** As {@link #read(String, Parameters)}, from some cores only. */
    public void read(String infix, Parameters into, IntPredicate cores) {
        visit(infix, cores, new Visitor() {
            @Override
            public void real(Cells cells, double[][] reference, int firstUnit) {
                Format format = cells.memory().format();
                int[][] words = cells.rows(false);
                for (int row = 0; row < words.length; row++) {
                    for (int column = 0; column < words[row].length; column++) {
                        reference[row][firstUnit + column] = format.toDouble(words[row][column]);
                    }
                }
            }

            @Override
            public void complex(Cells cells, double[][] re, double[][] im, int firstUnit, boolean transposed) {
                place(cells, false, re, firstUnit, transposed);
                place(cells, true, im, firstUnit, transposed);
            }
        }, into);
    }

    /**
     * Reads the gradients of some cores, those of log nu and log theta included, which the chip forms only in its update
     * phase.
     *
     * @param into overwritten where these cores have a gradient
     */
    public void readGradients(Parameters into, IntPredicate cores) {
        read("gradient", into, cores);
        new LogGradients(layout, chip).read(into, cores);
    }

    /** Whether a signal holds a parameter of the reference. */
    public static boolean isParameter(String memory) {
        return NETWORK.containsKey(memory) || MIXING.containsKey(memory) || UNITS.containsKey(memory) || COMPLEX.contains(memory)
                || DENSE.containsKey(memory);
    }

    /**
     * The reference's arrays that the memories of a parameter hold, all layers and cores together: two of a layer if it is
     * complex, real part first; none if the signal is no parameter.
     *
     * @param memory the parameter's signal, such as {@code lru.B}
     * @param layers of the network
     * @param values parameters, or anything of their shape
     */
    public static List<double[][]> arrays(String memory, int layers, Parameters values) {
        if (NETWORK.containsKey(memory)) {
            return List.<double[][]>of(values.matrix(NETWORK.get(memory)));
        }
        List<String> names = MIXING.containsKey(memory) ? List.of(MIXING.get(memory))
                : DENSE.containsKey(memory) ? List.of(DENSE.get(memory))
                : UNITS.containsKey(memory) ? List.of(UNITS.get(memory))
                : COMPLEX.contains(memory) ? List.of(memory.substring(GROUP) + "_re", memory.substring(GROUP) + "_im")
                : List.of();
        List<double[][]> arrays = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            String prefix = "layers." + layer + ".";
            names.forEach(name -> arrays.add(values.matrix(prefix + name)));
        }
        return arrays;
    }

    private interface Visitor {

        /** A real memory; for the units of a recurrent core the reference's row begins at its first unit. */
        void real(Cells cells, double[][] reference, int firstUnit);

        /** B (rows are units) or C (transposed: the chip's rows are units, the reference's columns are). */
        void complex(Cells cells, double[][] re, double[][] im, int firstUnit, boolean transposed);
    }

    private void visit(String infix, IntPredicate cores, Visitor visitor, Parameters parameters) {
        real(NETWORK, infix, "encoder", "", 0, cores, visitor, parameters);
        real(NETWORK, infix, "decoder", "", 0, cores, visitor, parameters);
        for (int layer = 0; layer < layout.shape().layers(); layer++) {
            String place = "layer[" + layer + "].";
            String prefix = "layers." + layer + ".";
            real(MIXING, infix, place + "mixing", prefix, 0, cores, visitor, parameters);
            for (int core = 0; core < layout.coresPerLayer(); core++) {
                String name = place + "recurrent[" + core + "]";
                int firstUnit = layout.firstUnitOf(core);
                if (!cores.test(chip.chip().index(name))) {
                    continue;
                }
                real(UNITS, infix, name, prefix, firstUnit, cores, visitor, parameters);
                real(DENSE, infix, name, prefix, 0, cores, visitor, parameters);
                for (String memory : COMPLEX) {
                    if (!holds(name, memory)) {
                        continue;
                    }
                    String matrix = memory.substring(GROUP);
                    visitor.complex(
                            chip.cells(chip.chip().index(name), withInfix(memory, infix)),
                            parameters.matrix(prefix + matrix + "_re"),
                            parameters.matrix(prefix + matrix + "_im"),
                            firstUnit,
                            matrix.equals("C"));
                }
            }
        }
    }

    private boolean holds(String core, String memory) {
        return chip.chip().cores().get(chip.chip().index(core)).program().memories().stream().anyMatch(m -> m.name().equals(memory));
    }

    private void real(
            Map<String, String> names,
            String infix,
            String core,
            String prefix,
            int firstUnit,
            IntPredicate cores,
            Visitor visitor,
            Parameters p) {
        int index = chip.chip().index(core);
        if (!cores.test(index)) {
            return;
        }
        names.forEach((memory, reference) -> {
            String name = withInfix(memory, infix);
            if (chip.chip().cores().get(index).program().memories().stream().anyMatch(m -> m.name().equals(name))) {
                visitor.real(chip.cells(index, name), p.matrix(prefix + reference), firstUnit);
            }
        });
    }

    /** {@code glu.w1} with {@code gradient} is {@code glu.gradient.w1}. */
    private static String withInfix(String memory, String infix) {
        return infix.isEmpty() ? memory : memory.replaceFirst("\\.", "." + infix + ".");
    }

    private static double[][] slice(double[][] reference, Cells cells, int firstUnit) {
        double[][] rows = new double[cells.memory().rows()][cells.memory().columns()];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(reference[row], firstUnit, rows[row], 0, rows[row].length);
        }
        return rows;
    }

    private static double[][] matrix(double[][] reference, Cells cells, int firstUnit, boolean transposed) {
        double[][] rows = new double[cells.memory().rows()][cells.memory().columns()];
        for (int unit = 0; unit < rows.length; unit++) {
            for (int column = 0; column < rows[unit].length; column++) {
                rows[unit][column] =
                        transposed ? reference[column][firstUnit + unit] : reference[firstUnit + unit][column];
            }
        }
        return rows;
    }

    private static void place(Cells cells, boolean imaginary, double[][] into, int firstUnit, boolean transposed) {
        int[][] words = cells.rows(imaginary);
        Format format = cells.memory().format();
        for (int unit = 0; unit < words.length; unit++) {
            for (int column = 0; column < words[unit].length; column++) {
                double value = format.toDouble(words[unit][column]);
                if (transposed) {
                    into[column][firstUnit + unit] = value;
                } else {
                    into[firstUnit + unit][column] = value;
                }
            }
        }
    }
}
