package columna.sim.accounting;

import columna.sim.program.Memory;

/**
 * How a memory's elements lie in the words of its bank: a word holds {@code lanes} neighbouring elements of a row, rows
 * start at a new word, and the last word of a row may be partly used.
 *
 * @param rows rows of the memory
 * @param columns elements of a row
 * @param lanes lanes of the core
 */
public record BankShape(int rows, int columns, int lanes) {

    /** The shape of a memory's bank in a core of so many lanes. */
    public static BankShape of(Memory memory, int lanes) {
        return new BankShape(memory.rows(), memory.columns(), lanes);
    }

    /** Words that a row takes. */
    public int wordsPerRow() {
        return (columns + lanes - 1) / lanes;
    }

    /** Words of the bank. */
    public int words() {
        return Math.multiplyExact(rows, wordsPerRow());
    }

    /** Elements that a word has room for: no more than a row has. */
    public int elementsPerWord() {
        return Math.min(lanes, columns);
    }

    /** The address of the word that holds an element, elements being numbered row by row. */
    public int word(int element) {
        return element / columns * wordsPerRow() + element % columns / lanes;
    }

    /** Elements from this one to the end of its word, itself included. */
    public int remaining(int element) {
        int column = element % columns;
        return Math.min(lanes - column % lanes, columns - column);
    }
}
