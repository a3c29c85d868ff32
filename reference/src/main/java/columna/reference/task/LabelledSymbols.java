package columna.reference.task;

/**
 * A sequence of symbols that has one label as a whole, in its compact form.
 *
 * @param symbols [T], each an unsigned byte
 * @param label the class, from 0
 */
public record LabelledSymbols(byte[] symbols, int label) {}
