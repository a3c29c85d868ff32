package columna.experiments.reproduce.merin2026;

import columna.experiments.reproduce.Course;
import columna.experiments.reproduce.Measurement;
import columna.experiments.reproduce.Point;
import columna.reference.dense.adaptation.AdaptationRun;
import columna.reference.dense.adaptation.AdaptationSpec;
import columna.reference.dense.adaptation.Method;
import columna.reference.dense.task.TimeSeries;
import columna.reference.random.RandomStreams;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * All methods of a set-up under one seed: tail errors, both recoveries, condition numbers and the errors over time. Full RTRL, the
 * eligibility trace and the frozen network must be among the methods: the recoveries are relative to them.
 */
record AdaptationPoint(AdaptationSpec spec, Function<RandomStreams, TimeSeries> series, long seed) implements Point.Measuring {

    /** Multiply-adds of transport between two reports: about half a second. */
    private static final double WORK_BETWEEN_REPORTS = 4e9;

    /** Points of an error curve, each the mean over as many time steps. */
    private static final int CURVE_POINTS = 30;

    @Override
    public Measurement measure(Course course) throws IOException {
        RandomStreams streams = new RandomStreams(seed);
        AdaptationRun run = new AdaptationRun(spec, series.apply(streams), streams);
        Optional<DataInputStream> resumed = course.resumed();
        if (resumed.isPresent()) {
            run.restore(resumed.get());
        }
        int between = stepsBetweenReports();
        for (long step = 1; !run.done(); step++) {
            run.step();
            if (step % between == 0) {
                course.reached(share(run), run::save);
            }
        }
        return measured(run);
    }

    private int stepsBetweenReports() {
        double units = spec.network().units();
        double perStep = units * units * spec.network().rows() * spec.network().columns();
        return (int) Math.clamp(WORK_BETWEEN_REPORTS / perStep, 1, 1000);
    }

    /** Full transport takes most of the time: as much before the change as after it is assumed, the other methods a tenth of it each. */
    private double share(AdaptationRun run) {
        double total = cost(spec.pretraining()) + spec.methods().stream().mapToDouble(AdaptationPoint::cost).sum();
        double done = run.phase() < 0 ? 0 : cost(spec.pretraining());
        done += spec.methods().stream().limit(Math.max(0, run.phase())).mapToDouble(AdaptationPoint::cost).sum();
        Method present = run.phase() < 0 ? spec.pretraining() : run.done() ? null : spec.methods().get(run.phase());
        return (done + (present == null ? 0 : cost(present) * run.shareOfPhase())) / total;
    }

    private static double cost(Method method) {
        return method instanceof Method.Full ? 1 : 0.1;
    }

    private Measurement measured(AdaptationRun run) {
        List<Method> methods = spec.methods();
        Map<String, Double> numbers = new TreeMap<>();
        Map<String, Measurement.Curve> curves = new TreeMap<>();
        numbers.put("condition", run.condition());
        numbers.put("condition after a tenth", run.conditions()[0]);
        numbers.put("E before", run.tailErrorBefore());
        double full = tail(run, new Method.Full());
        for (int m = 0; m < methods.size(); m++) {
            String words = methods.get(m).words();
            double error = run.tailError(m);
            numbers.put(Names.error(words), error);
            numbers.put(Names.recovery(words), recovery(tail(run, new Method.Eligibility()), error, full));
            numbers.put(Names.recoveryFromFrozen(words), recovery(tail(run, new Method.Frozen()), error, full));
            curves.put(words, smooth(run.errors(m)));
        }
        double[] conditions = run.conditions();
        double[] shares = IntStream.rangeClosed(1, conditions.length).mapToDouble(i -> (double) i / conditions.length).toArray();
        curves.put("condition", new Measurement.Curve(shares, conditions));
        return Measurement.of(numbers, curves);
    }

    private double tail(AdaptationRun run, Method method) {
        return run.tailError(spec.methods().indexOf(method));
    }

    /** 100 for what full RTRL reaches, 0 for the worst method. */
    static double recovery(double worst, double error, double full) {
        return 100 * (worst - error) / (worst - full);
    }

    private static Measurement.Curve smooth(double[] errors) {
        int length = errors.length / CURVE_POINTS;
        double[] x = new double[CURVE_POINTS];
        double[] y = new double[CURVE_POINTS];
        for (int p = 0; p < CURVE_POINTS; p++) {
            x[p] = (p + 1) * length;
            y[p] = Arrays.stream(errors, p * length, (p + 1) * length).average().orElseThrow();
        }
        return new Measurement.Curve(x, y);
    }
}
