package columna.experiments.chip;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.SmallExperiments;
import columna.experiments.spec.ExperimentSpec;
import columna.fixedpoint.Format;
import columna.fixedpoint.kernel.RowKernels;
import columna.reference.network.ParameterShape;
import columna.reference.network.Parameters;
import columna.sim.function.FunctionalChip;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two names of every parameter mean the same words, however a layer is divided among cores. */
class ChipParametersTest {

    /** The signal that holds a parameter, for its format. */
    private static final Map<String, String> SIGNALS = Map.ofEntries(
            Map.entry("enc.W", "encoder.w"), Map.entry("enc.b", "encoder.b"),
            Map.entry("dec.W", "decoder.w"), Map.entry("dec.b", "decoder.b"),
            Map.entry("nu_log", "lru.nu.log"), Map.entry("theta_log", "lru.theta.log"),
            Map.entry("gamma_log", "lru.gamma.log"),
            Map.entry("B_re", "lru.B"), Map.entry("B_im", "lru.B"), Map.entry("C_re", "lru.C"), Map.entry("C_im", "lru.C"),
            Map.entry("D", "mix.D"), Map.entry("ln.scale", "norm.scale"), Map.entry("ln.bias", "norm.bias"),
            Map.entry("glu.W1", "glu.w1"), Map.entry("glu.b1", "glu.b1"),
            Map.entry("glu.W2", "glu.w2"), Map.entry("glu.b2", "glu.b2"));

    /** What a chip has no memory for: phases and imaginary parts of real units. */
    private static final Set<String> NOT_OF_REAL_UNITS = Set.of("theta_log", "B_im", "C_im");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whatIsLoadedIsReadWithinHalfAPlace(int cores) {
        comesBack(SmallExperiments.small("copy-task", "chip.cores_per_layer=" + cores), SIGNALS, Set.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void soIsWhatRealUnitsHold(int cores) {
        comesBack(SmallExperiments.small("real-lru", "chip.cores_per_layer=" + cores), SIGNALS, NOT_OF_REAL_UNITS);
    }

    @Test
    void soIsWhatADenseLayerHolds() {
        Map<String, String> signals = new HashMap<>(SIGNALS);
        signals.putAll(Map.of("A", "rnn.A", "B", "rnn.B", "C", "rnn.C"));
        comesBack(SmallExperiments.small("linear-rnn"), signals, Set.of());
    }

    /** {@code absent} names parameters that the chip has not; what is read into them stays. */
    private static void comesBack(ExperimentSpec spec, Map<String, String> signals, Set<String> absent) {
        int cores = spec.chip().coresPerLayer();
        ChipDesign design = ChipDesign.of(spec);
        FunctionalChip chip = new FunctionalChip(design.chip(), RowKernels.plain());
        ChipParameters access = new ChipParameters(design.layout(), chip, spec.network().normEpsilon());
        Parameters given = ReferenceNetwork.initial(spec).zeros();
        // Every value differs from every other, so no transposition or offset goes unseen; +-0.99 fits every format.
        Random random = new Random(cores);
        for (ParameterShape shape : given.shapes()) {
            for (double[] row : given.matrix(shape.name())) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = random.nextDouble(-0.99, 0.99);
                }
            }
        }
        access.load(given);
        Parameters read = given.zeros();
        access.read("", read);
        long words = 0;
        for (ParameterShape shape : given.shapes()) {
            if (absent.contains(shape.leaf())) {
                assertThat(read.matrix(shape.name())).isDeepEqualTo(given.zeros().matrix(shape.name()));
                words += shape.count();
                continue;
            }
            Format format = spec.formats().formatOf(signals.get(shape.leaf()));
            double[][] wanted = given.matrix(shape.name());
            double[][] actual = read.matrix(shape.name());
            for (int row = 0; row < wanted.length; row++) {
                for (int i = 0; i < wanted[row].length; i++) {
                    assertThat(Math.abs(actual[row][i] - wanted[row][i]))
                            .as("%s[%d][%d] on %d cores", shape.name(), row, i, cores)
                            .isLessThanOrEqualTo(format.resolution() / 2);
                    words++;
                }
            }
        }
        assertThat(words).isEqualTo(given.count());
    }

    /** lambda = exp(-exp(nu) + i exp(theta)) and gamma = exp(log gamma), which the chip computes from what was loaded. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void derivedWordsBelongToTheirUnits(int cores) {
        ExperimentSpec spec = SmallExperiments.small("copy-task", "chip.cores_per_layer=" + cores);
        ChipDesign design = ChipDesign.of(spec);
        FunctionalChip chip = new FunctionalChip(design.chip(), RowKernels.plain());
        Parameters initial = ReferenceNetwork.initial(spec);
        new ChipParameters(design.layout(), chip, spec.network().normEpsilon()).load(initial);
        for (int layer = 0; layer < 2; layer++) {
            for (int core = 0; core < cores; core++) {
                int index = chip.chip().index("layer[" + layer + "].recurrent[" + core + "]");
                Format format = spec.formats().formatOf("lru.lambda");
                for (int unit = 0; unit < design.layout().unitsOf(core); unit++) {
                    int n = design.layout().firstUnitOf(core) + unit;
                    double modulus = Math.exp(-Math.exp(initial.vector("layers." + layer + ".nu_log")[n]));
                    double angle = Math.exp(initial.vector("layers." + layer + ".theta_log")[n]);
                    double gamma = Math.exp(initial.vector("layers." + layer + ".gamma_log")[n]);
                    // exp(theta) up to 6.28 in 14 fraction bits, from tables of 1024 entries over 16: 2^-10 in all.
                    assertThat(format.toDouble(chip.cells(index, "lru.lambda").word(0, unit, false)))
                            .as("re lambda of unit %d", n).isCloseTo(modulus * Math.cos(angle), within());
                    assertThat(format.toDouble(chip.cells(index, "lru.lambda").word(0, unit, true)))
                            .as("im lambda of unit %d", n).isCloseTo(modulus * Math.sin(angle), within());
                    assertThat(spec.formats().formatOf("lru.gamma").toDouble(chip.cells(index, "lru.gamma").word(0, unit, false)))
                            .as("gamma of unit %d", n).isCloseTo(gamma, within());
                }
            }
        }
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(0x1p-10);
    }
}
