package columna.sim.cores;

/** The kinds of recurrent layers that a deep network may have. */
public enum RecurrentCell {
    /** Linear recurrent units with complex eigenvalues. */
    COMPLEX,
    /** Linear recurrent units with positive real eigenvalues. */
    REAL,
    /** A dense linear recurrent network: units feed each other, and a layer is one core. */
    DENSE
}
