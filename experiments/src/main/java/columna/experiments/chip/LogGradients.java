package columna.experiments.chip;

import columna.reference.network.Parameters;
import columna.sim.cores.LruChip;
import columna.sim.function.Cells;
import columna.sim.function.FunctionalChip;
import java.util.function.IntPredicate;

/**
 * The gradients of log nu and log theta, from the chip's gradient of lambda (SEEDS A.2.1): with G = (dL/dRe, dL/dIm),
 * {@code dL/dnu = -exp(nu) Re(G* lambda)} and {@code dL/dtheta = exp(theta) Re(G* i lambda)}. The chip forms them in its
 * update phase with the same words; here they are formed in double, to be compared before an update.
 *
 * @param layout which units a core holds
 * @param chip whose memories are read
 */
record LogGradients(LruChip layout, FunctionalChip chip) {

    void read(Parameters into, IntPredicate cores) {
        for (int layer = 0; layer < layout.shape().layers(); layer++) {
            for (int core = 0; core < layout.coresPerLayer(); core++) {
                int index = chip.chip().index("layer[" + layer + "].recurrent[" + core + "]");
                if (cores.test(index) && hasLambdaGradient(index)) {
                    read(index, into, "layers." + layer + ".", layout.firstUnitOf(core));
                }
            }
        }
    }

    private boolean hasLambdaGradient(int core) {
        return chip.chip().cores().get(core).program().memories().stream()
                .anyMatch(memory -> memory.name().equals("lru.gradient.lambda"));
    }

    private void read(int core, Parameters into, String prefix, int firstUnit) {
        double[] nu = into.vector(prefix + "nu_log");
        double[] theta = into.vector(prefix + "theta_log");
        boolean complex = chip.cells(core, "lru.lambda").memory().complex();
        for (int unit = 0; unit < chip.cells(core, "lru.lambda").memory().columns(); unit++) {
            double gRe = value(core, "lru.gradient.lambda", unit, false);
            double gIm = complex ? value(core, "lru.gradient.lambda", unit, true) : 0;
            double re = value(core, "lru.lambda", unit, false);
            double im = complex ? value(core, "lru.lambda", unit, true) : 0;
            nu[firstUnit + unit] = -value(core, "lru.decay", unit, false) * (gRe * re + gIm * im);
            if (complex) {
                theta[firstUnit + unit] = value(core, "lru.angle", unit, false) * (gIm * re - gRe * im);
            }
        }
    }

    private double value(int core, String memory, int unit, boolean imaginary) {
        Cells cells = chip.cells(core, memory);
        return cells.memory().format().toDouble(cells.word(0, unit, imaginary));
    }
}
