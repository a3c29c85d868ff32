package columna.experiments.reproduction.report;

import columna.experiments.reproduce.Criterion;
import columna.reports.Numbers;

/** A criterion in a cell: its words, and the bounds where the words do not say them. */
final class CriterionText {

    private static final int DIGITS = 3;

    private CriterionText() {}

    static String of(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Between between -> between.words() + " (" + number(between.low()) + " to " + number(between.high()) + ")";
            case Criterion.AtMost most -> most.words();
            case Criterion.AtLeast least -> least.words();
            case Criterion.Open open -> open.words();
        };
    }

    private static String number(double value) {
        return Numbers.significant(value, DIGITS);
    }
}
