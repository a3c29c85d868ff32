package columna.experiments.study.export;

/**
 * A column of an exported table.
 *
 * @param name its heading, unique in the table
 * @param type what is in it; a cell of any type may be empty
 */
public record Column(String name, Type type) {

    /** What a column holds. */
    public enum Type {
        /** Integers of 64 bits. */
        WHOLE,
        /** Doubles, in the shortest decimal that reads back to the same bits. */
        NUMBER,
        /** Words. */
        TEXT
    }
}
