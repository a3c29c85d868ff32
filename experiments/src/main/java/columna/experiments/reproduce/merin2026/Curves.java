package columna.experiments.reproduce.merin2026;

import columna.experiments.reproduce.Measurement;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Plot;
import columna.experiments.reproduce.Sample;
import columna.reference.dense.PathSelection;
import columna.reference.dense.adaptation.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Errors after the change, recovery over the number of paths, condition numbers before the change. */
final class Curves {

    /** Numbers of paths that {@link Setup#SINE} measures. */
    private static final int[] PATHS = {1, 2, 4, 16};

    private Curves() {}

    static List<Plot> plots(Measurements measured) {
        List<Plot> plots = new ArrayList<>();
        for (Setup setup : List.of(Setup.SINE, Setup.SINE_SGD, Setup.LORENZ)) {
            if (!measured.of(setup.configuration()).isEmpty()) {
                plots.add(errors(measured, setup));
            }
        }
        if (!measured.of(Setup.SINE.configuration()).isEmpty()) {
            plots.add(paths(measured));
            plots.add(conditions(measured));
        }
        return plots;
    }

    private static Plot errors(Measurements measured, Setup setup) {
        List<Plot.Line> lines = setup.spec().methods().stream().map(Method::words)
                .map(words -> new Plot.Line(words, measured.meanCurve(setup.configuration(), words), new double[0])).toList();
        return new Plot("errors-" + setup.name().toLowerCase(Locale.ROOT).replace('_', '-'), "After the change: " + setup.configuration(),
                "Squared error, the mean over 50 time steps and all seeds. All methods start from the same networks.",
                new Plot.Axis("time steps after the change", "1", false), new Plot.Axis("mean squared error", "1", true), lines);
    }

    private static Plot paths(Measurements measured) {
        String configuration = Setup.SINE.configuration();
        List<Sample> samples = IntStream.of(PATHS)
                .mapToObj(k -> measured.sample(configuration, Names.recovery(Setup.sparse(PathSelection.RANDOM_ROWS, k).words()))).toList();
        double[] counts = IntStream.of(PATHS).asDoubleStream().toArray();
        Plot.Line recovery = new Plot.Line("k random paths",
                new Measurement.Curve(counts, samples.stream().mapToDouble(Sample::mean).toArray()),
                samples.stream().mapToDouble(s -> s.size() < 2 ? 0 : s.standardError()).toArray());
        double immediate = measured.sample(configuration, Names.recovery(new Method.Immediate().words())).mean();
        Plot.Line without = new Plot.Line("k = 0, immediate derivative",
                new Measurement.Curve(new double[] {PATHS[0], PATHS[PATHS.length - 1]}, new double[] {immediate, immediate}), new double[0]);
        return new Plot("recovery-over-paths", "Recovery over the number of paths",
                "R_0 of the sine with a frozen read-out: 0 is the eligibility trace (the other meaning of k = 0), 100 is full RTRL (k = 64)."
                        + " The band is a standard error.",
                new Plot.Axis("paths k of 64", "1", true), new Plot.Axis("R_0", "%", false), List.of(recovery, without));
    }

    private static Plot conditions(Measurements measured) {
        List<Plot.Line> lines = Stream.of(Setup.SINE, Setup.SINE_SGD, Setup.LORENZ, Setup.SINE_SATURATED)
                .filter(setup -> !measured.of(setup.configuration()).isEmpty())
                .map(setup -> new Plot.Line(setup.configuration(), measured.meanCurve(setup.configuration(), "condition"), new double[0])).toList();
        return new Plot("condition-numbers", "Condition number of the Jacobian during pre-training",
                "The mean over seeds, which the largest ones dominate. The more units saturate, the worse the condition.",
                new Plot.Axis("share of the pre-training", "1", false), new Plot.Axis("largest over smallest singular value", "1", true), lines);
    }
}
