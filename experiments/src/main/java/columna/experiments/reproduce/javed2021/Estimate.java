package columna.experiments.reproduce.javed2021;

import columna.reference.columnar.ColumnarRule;
import columna.reference.columnar.Credit;

/**
 * An estimate of the gradient.
 *
 * @param name in the words of the report
 * @param credit what the reference is asked for
 */
record Estimate(String name, Credit credit) {

    static final Estimate MASTER_USER = new Estimate("Master-User", Credit.of(new ColumnarRule.MasterUser()));

    /** TW = 0. */
    static final Estimate WITHOUT_META = new Estimate("Master-User without meta-gradient", MASTER_USER.credit.withoutMetaGradient());

    /** Windows that follow one another; a window of 1 is sliding as well. */
    static Estimate chunked(int length) {
        return new Estimate(length == 1 ? "T-BPTT 1" : "T-BPTT " + length + " chunked", Credit.of(new ColumnarRule.ChunkedBptt(length)));
    }

    /** A window for each loss. */
    static Estimate sliding(int length) {
        return new Estimate("T-BPTT " + length + " sliding", Credit.of(new ColumnarRule.SlidingBptt(length)));
    }

    /** The name of the number that holds its sign agreement with the gradient in per cent. */
    String alignment() {
        return name + ", alignment";
    }

    /** The name of the number that holds its mean absolute error. */
    String error() {
        return name + ", mean absolute error";
    }
}
