package columna.fixedpoint.table;

/** What a table makes of the address bits that it does not use. */
public enum Interpolation {
    /** Nothing: one entry per segment. */
    NONE,
    /** A straight line through the entries at both ends of the segment: one entry more than segments. */
    LINEAR
}
