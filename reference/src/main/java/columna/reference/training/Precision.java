package columna.reference.training;

/** The arithmetic of forward and backward passes. */
public enum Precision {
    /** IEEE 754 binary64. */
    DOUBLE,
    /** IEEE 754 binary32: about twice as fast. */
    FLOAT
}
