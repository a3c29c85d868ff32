package columna.experiments.spec;

/**
 * The deep network (SEEDS.md A.1) and how its recurrence is initialised.
 *
 * @param cell the kind of recurrent layer
 * @param layers recurrent layers, L
 * @param units hidden units per layer, N
 * @param width features between layers, H
 * @param minimumRadius least |lambda| at the start
 * @param maximumRadius greatest |lambda| at the start
 * @param maximumPhase greatest phase of lambda at the start, in radians
 * @param normEpsilon what layer normalisation adds to the variance
 */
public record NetworkSpec(Cell cell, int layers, int units, int width, double minimumRadius, double maximumRadius, double maximumPhase, double normEpsilon) {

    /** The kinds of recurrent layers. */
    public enum Cell implements Word {
        /** Linear recurrent units with complex eigenvalues. */
        COMPLEX("complex"),
        /** Linear recurrent units with positive real eigenvalues. */
        REAL("real"),
        /** A dense linear recurrent network. */
        DENSE("dense");

        private final String word;

        Cell(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
