package columna.experiments.reproduce.javed2023;

import columna.experiments.reproduce.Claim;
import columna.experiments.reproduce.Comparison;
import columna.experiments.reproduce.Criterion;
import columna.experiments.reproduce.Findings;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Plot;
import columna.experiments.reproduce.Point;
import columna.experiments.reproduce.Reproduction;
import columna.experiments.reproduce.Sample;
import columna.experiments.reproduce.Scope;
import columna.reference.constructive.TrialTiming;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Learning curves on trace patterning: CCN, constructive and columnar networks and T-BPTT at equal compute. */
final class TracePatterningCurves implements Reproduction {

    private static final String NOTHING = "predicting 0";
    private static final double CLOSED_FORM = 0.0201;
    private static final int STANDARD_ERRORS = 5;
    private static final int SEEDS = 5;
    private static final int PAPER_SEEDS = 30;
    private static final double SECONDS_OF_NOTHING = 1;

    @Override
    public String name() {
        return "javed2023-trace-patterning";
    }

    @Override
    public String title() {
        return "Learning curves of CCN, constructive and columnar networks and T-BPTT on trace patterning";
    }

    @Override
    public String source() {
        return "Javed, Shah, Sutton and White 2023, JMLR 24, learning curves on trace patterning";
    }

    @Override
    public String shortened() {
        return "The eight settings of the calibration for 10 million time steps under 5 seeds, instead of the published sweep of 86 settings for 50"
                + " million time steps under 30 seeds.";
    }

    @Override
    public List<String> assumptions() {
        return List.of(
                "The text of the paper was not reachable: algorithms and sweeps follow the published program and its configuration files, numbers a"
                        + " calibration of the specification (one seed, another program).",
                "A column sees the hidden states of earlier stages one time step late, forward and in its traces; the published program takes newer values"
                        + " in its traces.",
                "T-BPTT keeps the state before its window; the published program takes the newest state in its place.",
                "The best setting of a family is the one with the lowest mean error over the last 100,000 time steps, under the seeds that all measured"
                        + " settings have.",
                "Equal compute is about 4,000 operations per time step as P (k + 1) counts them for T-BPTT; the published rule for columns is not"
                        + " known. Ours (one operation per parameter forward, five for the traces) gives 3,376 for CCN 16:4, 4,180 for 20:4,"
                        + " 2,359 for 7 columns and 1,210 for 10:1.",
                "The published sweep of T-BPTT ends at 10 million time steps; the full size goes on to 50 million, as for the others.",
                "The expected ordering of the constructive network before T-BPTT rests on one run of each in the calibration, 10 % apart, where a run"
                        + " strays by 30 %; with few seeds either may come out lower. CCN's lead over both is far larger.",
                "T-BPTT less than about columnar (<~) counts as met up to 30 % above it, the fluctuation of a run, by the square root of 2/n.");
    }

    @Override
    public List<Point> points(Scope scope) {
        List<Point> points = new ArrayList<>();
        for (long seed = 1; seed <= scope.seeds(SEEDS, PAPER_SEEDS); seed++) {
            long drawn = seed;
            points.add(new Point(NOTHING, seed, SECONDS_OF_NOTHING,
                    course -> new Nothing(TrialTiming.PAPER).measure(Calibration.STEPS, drawn, course)));
            for (Calibration run : Calibration.RUNS) {
                points.add(new PredictionPoint(run.contender(), TrialTiming.PAPER, Calibration.STEPS).point(run.configuration(), seed));
            }
            if (scope.full()) {
                for (Contender contender : Sweep.contenders()) {
                    points.add(new PredictionPoint(contender, TrialTiming.PAPER, Sweep.STEPS).point(Sweep.configuration(contender), seed));
                }
            }
        }
        return points;
    }

    @Override
    public Findings findings(Measurements measured) {
        List<Comparison> comparisons = new ArrayList<>();
        for (int mark = Calibration.RUNS.getFirst().errors().length - 1; mark >= 0; mark--) {
            addErrors(mark, measured, comparisons);
        }
        comparisons.add(nothing(measured.sample(NOTHING, Nothing.ERROR)));
        Race calibrated = new Race(calibratedSettings(), Calibration.STEPS, measured);
        List<Claim> claims = new ArrayList<>(ordering(calibrated, measured));
        List<Plot> plots = new ArrayList<>();
        plots.add(calibrated.curves("best-10m", "Learning curves, each family at its best rate",
                "Mean squared return error over the last 100,000 time steps; the band is one standard error over seeds."));
        plots.add(calibrated.allCurves("all-10m", "Learning curves of all settings",
                "Each step down of a constructive network or CCN follows the creation of a stage."));
        Race sweep = new Race(sweptSettings(), Sweep.STEPS, measured);
        if (!sweep.best().isEmpty()) {
            claims.add(sweep.claim("CCN has a lower error than T-BPTT at equal compute, at 50 million time steps and the best published settings.",
                    Contender.Family.CCN, Contender.Family.TRUNCATED, 0));
            plots.add(sweep.curves("best-50m", "Learning curves of the published sweep, each family at its best setting",
                    "Mean squared return error over the last 100,000 time steps; the band is one standard error over seeds."));
        }
        return new Findings(comparisons, claims, plots);
    }

    private static void addErrors(int mark, Measurements measured, List<Comparison> comparisons) {
        String at = Contender.Words.steps(PredictionPoint.MARKS[mark]);
        for (Calibration run : Calibration.RUNS) {
            Sample error = measured.sample(run.configuration(), PredictionPoint.errorAt(PredictionPoint.MARKS[mark]));
            double published = run.errors()[mark];
            comparisons.add(new Comparison("Mean squared return error at " + at + " time steps", run.contender().name(), "1",
                    OptionalDouble.of(published), Calibration.ORIGIN, error, Calibration.criterion(published, error)));
        }
    }

    private static Comparison nothing(Sample measured) {
        Nothing nothing = new Nothing(TrialTiming.PAPER);
        double expected = nothing.expectedError();
        double reach = STANDARD_ERRORS * nothing.standardError((double) Calibration.STEPS * Math.max(1, measured.size()));
        return new Comparison("Predicting 0", "mean squared return", "1", OptionalDouble.of(CLOSED_FORM),
                "closed form of the specification", measured, new Criterion.Between(expected - reach, expected + reach,
                        String.format(Locale.ROOT, "renewal theorem: %.5f +- %d standard errors", expected, STANDARD_ERRORS)));
    }

    private static List<Claim> ordering(Race race, Measurements measured) {
        int seeds = Calibration.RUNS.stream().mapToInt(run -> measured.of(run.configuration()).size()).min().orElse(0);
        double tolerated = Calibration.FLUCTUATION * Math.sqrt(2.0 / Math.max(1, seeds));
        return List.of(
                race.claim("At 10 million time steps and the best rate, CCN has a lower error than the constructive network.",
                        Contender.Family.CCN, Contender.Family.CONSTRUCTIVE, 0),
                race.claim("At 10 million time steps and the best rate, the constructive network has a lower error than T-BPTT.",
                        Contender.Family.CONSTRUCTIVE, Contender.Family.TRUNCATED, 0),
                race.claim("At 10 million time steps and the best rate, T-BPTT has an error that is lower than or about that of columnar.",
                        Contender.Family.TRUNCATED, Contender.Family.COLUMNAR, tolerated),
                race.claim("At 10 million time steps and the best rate, CCN has a lower error than T-BPTT.",
                        Contender.Family.CCN, Contender.Family.TRUNCATED, 0));
    }

    private static Map<String, Contender> calibratedSettings() {
        Map<String, Contender> settings = new LinkedHashMap<>();
        Calibration.RUNS.forEach(run -> settings.put(run.configuration(), run.contender()));
        return settings;
    }

    private static Map<String, Contender> sweptSettings() {
        Map<String, Contender> settings = new LinkedHashMap<>();
        Sweep.contenders().forEach(contender -> settings.put(Sweep.configuration(contender), contender));
        return settings;
    }
}
