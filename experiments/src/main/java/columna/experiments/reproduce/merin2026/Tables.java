package columna.experiments.reproduce.merin2026;

import columna.experiments.reproduce.Comparison;
import columna.experiments.reproduce.Criterion;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Sample;
import columna.reference.dense.PathSelection;
import columna.reference.dense.adaptation.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Measured numbers beside the abstract's and the calibration's. */
final class Tables {

    static final String FOUR_PATHS = Setup.sparse(PathSelection.RANDOM_ROWS, 4).words();

    private static final String ABSTRACT = "abstract";

    /**
     * The recoveries of k = 4 random paths in the specification's calibration: 67 for SGD, 150 for Adam with a read-out that adapts, where
     * sparse transport ends below full RTRL.
     */
    private static final Criterion RECOVERY = new Criterion.Between(67, 150, "67 to 150: the range of the calibration");

    /** The protocol being unknown, the specification asks for the order of magnitude only. */
    private static final Criterion CONDITION = new Criterion.Between(1, 65, "below ten times the abstract's 6.5");
    private static final Criterion OPEN = new Criterion.Open();

    private Tables() {}

    static List<Comparison> comparisons(Measurements measured) {
        List<Comparison> rows = new ArrayList<>();
        recoveries(measured, rows);
        conditions(measured, rows);
        variation(measured, rows);
        attention(measured, rows);
        everyMethod(measured, rows);
        rows.addAll(Calibration.comparisons(measured));
        return rows;
    }

    private static void recoveries(Measurements measured, List<Comparison> rows) {
        String group = "Recovery of full RTRL's adaptation by k = 4 random paths, R_0";
        rows.add(recovery(group, measured, Setup.SINE, 84));
        rows.add(recovery(group, measured, Setup.SINE_ADAPTING, 84));
        rows.add(recovery(group, measured, Setup.WIDE_SHORT, 78));
        rows.add(recovery(group, measured, Setup.WIDE, 78));
        rows.add(recovery(group, measured, Setup.DRIFT, 80));
        rows.add(recovery(group, measured, Setup.DRIFT_ADAPTING, 80));
        rows.add(recovery(group, measured, Setup.SINE_SGD, 92));
        rows.add(recovery(group, measured, Setup.SINE_SGD_ADAPTING, 92));
        rows.add(recovery(group, measured, Setup.LSTM_SHORT, 100));
        rows.add(recovery(group, measured, Setup.LSTM, 100));
    }

    private static Comparison recovery(String group, Measurements measured, Setup setup, double published) {
        return new Comparison(group, setup.configuration(), "%", OptionalDouble.of(published), ABSTRACT,
                measured.sample(setup.configuration(), Names.recovery(FOUR_PATHS)), RECOVERY);
    }

    private static void conditions(Measurements measured, List<Comparison> rows) {
        String group = "Condition number of the Jacobian (the abstract has 2.6 to 6.5; its middle is shown)";
        for (Setup setup : List.of(Setup.SINE, Setup.SINE_SGD, Setup.LORENZ, Setup.WIDE_SHORT, Setup.WIDE)) {
            rows.add(new Comparison(group, setup.configuration() + ", at the change", "1", OptionalDouble.of(4.55), ABSTRACT,
                    measured.sample(setup.configuration(), "condition"), CONDITION));
            rows.add(new Comparison(group, setup.configuration() + ", after a tenth of the pre-training", "1", OptionalDouble.of(4.55), ABSTRACT,
                    measured.sample(setup.configuration(), "condition after a tenth"), CONDITION));
        }
    }

    private static void variation(Measurements measured, List<Comparison> rows) {
        String group = "Coefficient of variation of E over seeds, Lorenz";
        rows.add(new Comparison(group, FOUR_PATHS, "%", OptionalDouble.of(13), ABSTRACT, variation(measured, FOUR_PATHS), OPEN));
        rows.add(new Comparison(group, "full RTRL", "%", OptionalDouble.of(88), ABSTRACT, variation(measured, "full RTRL"), OPEN));
    }

    /** One number over all seeds, in percent; empty for fewer than two. */
    static Sample variation(Measurements measured, String method) {
        Sample errors = measured.sample(Setup.LORENZ.configuration(), Names.error(method));
        return new Sample(errors.size() < 2 ? List.of() : List.of(100 * errors.deviation() / errors.mean()));
    }

    private static void attention(Measurements measured, List<Comparison> rows) {
        for (AttentionPoint.Task task : AttentionPoint.Task.values()) {
            rows.add(attention(task, measured, 3, new Criterion.AtMost(1)));
            rows.add(attention(task, measured, 2, OPEN));
            rows.add(attention(task, measured, 0, OPEN));
        }
    }

    private static Comparison attention(AttentionPoint.Task task, Measurements measured, int carrying, Criterion criterion) {
        return new Comparison("Error over that of all heads: " + task.configuration(), AttentionPoint.words(carrying), "1",
                OptionalDouble.empty(), ABSTRACT, measured.sample(task.configuration(), AttentionPoint.ratio(carrying)), criterion);
    }

    private static void everyMethod(Measurements measured, List<Comparison> rows) {
        for (Setup setup : Setup.values()) {
            if (measured.of(setup.configuration()).isEmpty()) {
                continue;
            }
            for (Method method : setup.spec().methods()) {
                rows.add(open("E: " + setup.configuration(), method, "1", measured.sample(setup.configuration(), Names.error(method.words()))));
            }
            for (Method method : setup.spec().methods()) {
                rows.add(open("R_0: " + setup.configuration(), method, "%",
                        measured.sample(setup.configuration(), Names.recovery(method.words()))));
            }
            for (Method method : setup.spec().methods()) {
                rows.add(open("R_frozen: " + setup.configuration(), method, "%",
                        measured.sample(setup.configuration(), Names.recoveryFromFrozen(method.words()))));
            }
        }
    }

    private static Comparison open(String group, Method method, String unit, Sample sample) {
        return new Comparison(group, method.words(), unit, OptionalDouble.empty(), "own measurement", sample, OPEN);
    }
}
