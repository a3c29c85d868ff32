package columna.experiments.reproduce.javed2021;

import columna.experiments.reproduce.Comparison;
import columna.experiments.reproduce.Course;
import columna.experiments.reproduce.Findings;
import columna.experiments.reproduce.Measurement;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Plot;
import columna.experiments.reproduce.Point;
import columna.experiments.reproduce.Reproduction;
import columna.experiments.reproduce.Sample;
import columna.experiments.reproduce.Scope;
import columna.reference.dense.StateDecay;
import columna.reference.dense.StateDecay.Cell;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Figure 6: how fast untrained LSTM and GRU networks of 50 units forget a state of ones without input. */
final class Figure6 implements Reproduction {

    private static final int UNITS = 50;
    private static final int STEPS = 20;
    private static final int SEEDS = 100;
    private static final int CALIBRATED = 100;
    private static final String CURVE = "mean size of h";

    private static final List<StateDecay> NETWORKS = Stream.of(Cell.values())
            .flatMap(cell -> Stream.of(false, true).map(biases -> new StateDecay(cell, UNITS, biases))).toList();

    /** A mean of the calibration after some time steps. */
    private record Calibrated(StateDecay network, int step, String mean) {}

    private static final List<Calibrated> CALIBRATION = List.of(
            without(Cell.LSTM, 1, ".222"), without(Cell.LSTM, 2, ".128"), without(Cell.LSTM, 3, ".075"), without(Cell.LSTM, 5, ".027"),
            without(Cell.LSTM, 10, ".0025"), without(Cell.GRU, 1, ".500"), without(Cell.GRU, 2, ".270"), without(Cell.GRU, 3, ".152"),
            without(Cell.GRU, 5, ".053"), without(Cell.GRU, 10, ".0049"), new Calibrated(new StateDecay(Cell.LSTM, UNITS, true), STEPS, ".048"),
            new Calibrated(new StateDecay(Cell.GRU, UNITS, true), STEPS, ".079"));

    private static Calibrated without(Cell cell, int step, String mean) {
        return new Calibrated(new StateDecay(cell, UNITS, false), step, mean);
    }

    @Override
    public String name() {
        return "javed2021-figure6";
    }

    @Override
    public String title() {
        return "How fast the states of untrained LSTM and GRU networks decay without input";
    }

    @Override
    public String source() {
        return "Javed, White and Sutton 2021, figure 6";
    }

    @Override
    public String shortened() {
        return "Nothing: the default size is the full size.";
    }

    @Override
    public List<String> assumptions() {
        return List.of("Weights and both bias vectors are uniform within 1/sqrt(50), all states start at 1; the curve is the mean size of the hidden states.",
                "The plateau of the calibration with biases is compared at the last time step, 20.");
    }

    @Override
    public List<Point> points(Scope scope) {
        return NETWORKS.stream().flatMap(network -> LongStream.rangeClosed(1, scope.seeds(SEEDS, SEEDS)).mapToObj(seed ->
                new Point(words(network), seed, 0.001, course -> measure(network, seed, course)))).toList();
    }

    private static String words(StateDecay network) {
        return network.cell() + (network.biases() ? " with biases" : " without biases");
    }

    private static Measurement measure(StateDecay network, long seed, Course course) throws IOException {
        double[] means = network.meanStates(seed, STEPS);
        course.reached(1);
        double[] steps = IntStream.rangeClosed(1, STEPS).asDoubleStream().toArray();
        Map<String, Double> numbers = new TreeMap<>();
        CALIBRATION.stream().mapToInt(Calibrated::step).forEach(step -> numbers.put(number(step), means[step - 1]));
        return Measurement.of(numbers, Map.of(CURVE, new Measurement.Curve(steps, means)));
    }

    private static String number(int step) {
        return String.format(Locale.ROOT, "%s, t = %02d", CURVE, step);
    }

    @Override
    public Findings findings(Measurements measurements) {
        List<Plot.Line> lines = NETWORKS.stream()
                .map(network -> new Plot.Line(words(network), measurements.meanCurve(words(network), CURVE), new double[0])).toList();
        Plot plot = new Plot("decay", "Mean size of the hidden states", "Mean over networks; every state is 1 at t = 0, and there is no input.",
                new Plot.Axis("time step", "1", false), new Plot.Axis("mean of |h|", "1", true), lines);
        return new Findings(CALIBRATION.stream().map(calibrated -> comparison(calibrated, measurements)).toList(), List.of(), List.of(plot));
    }

    private static Comparison comparison(Calibrated calibrated, Measurements measurements) {
        Sample measured = measurements.sample(words(calibrated.network), number(calibrated.step));
        Printed printed = Printed.of(calibrated.mean);
        return new Comparison("Mean size of the hidden states, " + words(calibrated.network), "t = " + calibrated.step, "1",
                OptionalDouble.of(printed.value()), Calibration.ORIGIN, measured, printed.withinOurSpread(CALIBRATED, measured));
    }
}
