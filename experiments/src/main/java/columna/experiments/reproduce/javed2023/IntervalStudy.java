package columna.experiments.reproduce.javed2023;

import columna.experiments.reproduce.Claim;
import columna.experiments.reproduce.Comparison;
import columna.experiments.reproduce.Criterion;
import columna.experiments.reproduce.Findings;
import columna.experiments.reproduce.Measurement;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Plot;
import columna.experiments.reproduce.Point;
import columna.experiments.reproduce.Reproduction;
import columna.experiments.reproduce.Sample;
import columna.experiments.reproduce.Scope;
import columna.experiments.reproduce.Verdict;
import columna.reference.constructive.TrialTiming;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The error over the interval between the stimuli: CCN, which looks back without end, and T-BPTT, whose window is 15 time steps. */
final class IntervalStudy implements Reproduction {

    private static final int[] CENTRES = {20, 30, 40, 50, 60, 70, 80};
    private static final long STEPS = 10_000_000;
    private static final double RATE = 1e-4;
    private static final List<Contender> CONTENDERS = List.of(Calibration.ccn(RATE), new Contender.Truncated(15, 4, RATE));
    private static final int SEEDS = 2;
    private static final int PAPER_SEEDS = 30;

    @Override
    public String name() {
        return "javed2023-isi";
    }

    @Override
    public String title() {
        return "Error of CCN and T-BPTT on trace patterning over the interval between the stimuli";
    }

    @Override
    public String source() {
        return "Javed, Shah, Sutton and White 2023, JMLR 24, study of the interval between stimuli";
    }

    @Override
    public String shortened() {
        return "2 seeds instead of 30; settings, intervals and 10 million time steps are the published ones.";
    }

    @Override
    public List<String> assumptions() {
        return List.of(
                "No number of the paper was reachable; the study is reported without one.",
                "An interval of c is uniform from 0.8 c to 1.2 c, which is 24 to 36 for 30; the published program has the bounds of 30 fixed in its"
                        + " source.",
                "30 seeds, as for the learning curves; the number of the published study is not known.",
                "As in javed2023-trace-patterning, hidden states come one time step late also in the traces, and T-BPTT keeps the state before its window.");
    }

    /** Shared by points and findings. */
    private static TrialTiming timing(int centre) {
        int fifth = centre / 5;
        return new TrialTiming(centre - fifth, centre + fifth, TrialTiming.PAPER.shortestPause(), TrialTiming.PAPER.longestPause());
    }

    private static String configuration(Contender contender, int centre) {
        return contender.name() + ", interval " + centre;
    }

    @Override
    public List<Point> points(Scope scope) {
        List<Point> points = new ArrayList<>();
        for (long seed = 1; seed <= scope.seeds(SEEDS, PAPER_SEEDS); seed++) {
            for (int centre : CENTRES) {
                for (Contender contender : CONTENDERS) {
                    points.add(new PredictionPoint(contender, timing(centre), STEPS).point(configuration(contender, centre), seed));
                }
            }
        }
        return points;
    }

    @Override
    public Findings findings(Measurements measured) {
        List<Comparison> comparisons = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        for (int centre : CENTRES) {
            for (Contender contender : CONTENDERS) {
                comparisons.add(new Comparison("Mean squared return error at 10M time steps, interval " + centre, contender.name(), "1",
                        OptionalDouble.empty(), "none", error(measured, contender, centre), new Criterion.Open()));
            }
            claims.add(lower(measured, centre));
        }
        return new Findings(comparisons, claims, List.of(plot(measured)));
    }

    private static Sample error(Measurements measured, Contender contender, int centre) {
        return measured.sample(configuration(contender, centre), PredictionPoint.errorAt(STEPS));
    }

    private static Claim lower(Measurements measured, int centre) {
        String statement = "At an interval of " + centre + " CCN has a lower error than T-BPTT at equal compute.";
        Sample ccn = error(measured, CONTENDERS.getFirst(), centre);
        Sample truncated = error(measured, CONTENDERS.getLast(), centre);
        if (ccn.size() == 0 || truncated.size() == 0) {
            return new Claim(statement, Verdict.MISSING, "not measured");
        }
        return Claim.of(statement, ccn.mean() < truncated.mean(), String.format(Locale.ROOT, "CCN %.4f, T-BPTT %.4f, predicting 0 %.4f",
                ccn.mean(), truncated.mean(), new Nothing(timing(centre)).expectedError()));
    }

    private static Plot plot(Measurements measured) {
        List<Plot.Line> lines = new ArrayList<>();
        for (Contender contender : CONTENDERS) {
            int[] there = Arrays.stream(CENTRES).filter(centre -> error(measured, contender, centre).size() > 0).toArray();
            if (there.length > 0) {
                List<Sample> errors = Arrays.stream(there).mapToObj(centre -> error(measured, contender, centre)).toList();
                boolean several = errors.stream().allMatch(sample -> sample.size() > 1);
                double[] spread = several ? errors.stream().mapToDouble(Sample::standardError).toArray() : new double[0];
                lines.add(new Plot.Line(contender.family().label(), curve(there, errors.stream().mapToDouble(Sample::mean).toArray()), spread));
            }
        }
        lines.add(new Plot.Line("predicting 0", curve(CENTRES,
                Arrays.stream(CENTRES).mapToDouble(centre -> new Nothing(timing(centre)).expectedError()).toArray()), new double[0]));
        return new Plot("interval", "Error over the interval between the stimuli",
                "Mean squared return error over the last 100,000 of 10 million time steps; T-BPTT carries its gradient through 15 of them.",
                new Plot.Axis("interval", "time steps", false), new Plot.Axis("mean squared return error", "1", false), lines);
    }

    private static Measurement.Curve curve(int[] x, double[] y) {
        return new Measurement.Curve(Arrays.stream(x).asDoubleStream().toArray(), y);
    }
}
