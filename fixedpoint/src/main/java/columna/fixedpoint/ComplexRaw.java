package columna.fixedpoint;

/** A complex number as two raw words of one format. */
public record ComplexRaw(long re, long im) {
}
