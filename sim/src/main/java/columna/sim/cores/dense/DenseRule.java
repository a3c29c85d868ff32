package columna.sim.cores.dense;

/** How a dense core estimates the gradient of its recurrent parameters (Merin 2026; SEEDS D.3). */
public sealed interface DenseRule {

    /** Each unit's own past only: one trace per parameter, with the diagonal of the Jacobian (Menick et al. 2021). */
    record Snap1() implements DenseRule {}

    /** Real-time recurrent learning (Williams and Zipser 1989): the sensitivity of every unit to every parameter. */
    record Rtrl() implements DenseRule {}

    /**
     * Sensitivities of some units to the parameters of these units only, along the paths among them; all others learn from immediate derivatives.
     *
     * @param kept so many units, the first ones
     */
    record SparseRtrl(int kept) implements DenseRule {}
}
