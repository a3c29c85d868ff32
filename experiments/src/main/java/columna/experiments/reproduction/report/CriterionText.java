package columna.experiments.reproduction.report;

import columna.experiments.reproduce.Criterion;
import columna.reports.Numbers;

/** A criterion in a cell: its words, and its bounds with as many digits as they have; computed ones rounded. */
final class CriterionText {

    private static final int DIGITS = 3;

    private CriterionText() {}

    static String of(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Between between -> between.words() + " (" + number(between.low()) + " to " + number(between.high()) + ")";
            case Criterion.AtMost most -> "at most " + Numbers.shortest(most.bound());
            case Criterion.AtLeast least -> "at least " + Numbers.shortest(least.bound());
            case Criterion.Open open -> open.words();
        };
    }

    private static String number(double value) {
        return Numbers.significant(value, DIGITS);
    }
}
