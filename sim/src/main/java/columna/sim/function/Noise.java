package columna.sim.function;

import columna.fixedpoint.RandomWords;

/** The random words that round a destination row; see {@link Written} for their order. */
final class Noise {

    private final boolean stochastic;
    private final int parts;
    private final int columns;
    private final RandomWords randomWords;
    private final int[] words;

    Noise(Written written, CoreState core) {
        this.stochastic = written.stochastic();
        this.parts = written.parts().size();
        this.columns = written.cells().memory().columns();
        this.randomWords = core.randomWords();
        this.words = new int[columns];
    }

    /** The words for a part of a row, valid until the next call; unspecified where rounding is not stochastic. */
    int[] of(int row, int part, long firstUse) {
        if (stochastic) {
            randomWords.fill(firstUse + (long) row * columns * parts + part, parts, words, columns);
        }
        return words;
    }
}
