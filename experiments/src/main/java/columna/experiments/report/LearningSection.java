package columna.experiments.report;

import columna.experiments.numerics.NumericsStudy.Alignment;
import columna.experiments.result.LossCurve;
import columna.experiments.result.RunResult;
import columna.reference.training.GradientAlignment;
import columna.reports.Axis;
import columna.reports.Block;
import columna.reports.LineChart;
import columna.reports.Section;
import columna.reports.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Does the chip learn, next to the float reference? */
final class LearningSection {

    private static final int POINTS = 400;

    private final RunResult run;

    LearningSection(RunResult run) {
        this.run = run;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new LineChart(
                "loss",
                "Loss while learning",
                "Mean over windows of sequences, before their updates; the band is the range of the window. Chip and reference"
                        + " begin with the same parameters and see the same sequences.",
                Axis.linear("Sequences", "1"),
                Axis.logarithmic("Cross-entropy", "nats"),
                List.of(curve("chip", point -> point.chip().loss()), curve("float reference", p -> p.reference().loss())),
                List.of(new LineChart.Level("chance", run.chanceLoss()))));
        blocks.add(new LineChart(
                "accuracy",
                "Answers right while learning",
                "",
                Axis.linear("Sequences", "1"),
                Axis.linear("Accuracy", "1"),
                List.of(
                        curve("chip", point -> point.chip().accuracy()),
                        curve("float reference", p -> p.reference().accuracy())),
                List.of(new LineChart.Level("chance", run.spec().task().chanceAccuracy()))));
        if (!run.numerics().alignments().isEmpty()) {
            blocks.add(alignment());
        }
        return new Section("learning", "Learning", "", blocks);
    }

    private Series curve(String name, ToDoubleFunction<LossCurve.Point> value) {
        List<LossCurve.Point> points = run.curve().points();
        double[] x = points.stream().mapToDouble(LossCurve.Point::sequences).toArray();
        double[] y = points.stream().mapToDouble(value).toArray();
        return Series.averaged(name, x, y, Math.max(1, points.size() / POINTS));
    }

    private LineChart alignment() {
        List<Series> series = new ArrayList<>();
        int layers = run.spec().network().layers();
        for (int layer = 0; layer < layers; layer++) {
            int of = layer;
            series.add(series("chip, layer " + layer, a -> cosine(a.chip().get(of))));
            series.add(series("rule in float, layer " + layer, a -> a.rule().get(of).cosine()));
        }
        return new LineChart(
                "alignment",
                "Gradient alignment with exact backpropagation through time",
                "Cosine between the gradient of one sequence and BPTT's at the same parameters, all parameters of a layer as one"
                        + " vector. The distance from 1 of the rule in float is the price of learning without storing time; the"
                        + " chip's distance from it is the price of its number formats. Once the loss is so small that errors round to"
                        + " zero, a chip's gradient is noise or nothing: there is less left to learn than its resolution.",
                Axis.linear("Sequences", "1"),
                Axis.linear("Cosine", "1"),
                series,
                List.of());
    }

    /** A gradient of nothing but zeros has no direction: a gap in the chart. */
    private static double cosine(GradientAlignment alignment) {
        return alignment.relativeNorm() == 0 ? Double.NaN : alignment.cosine();
    }

    private Series series(String name, ToDoubleFunction<Alignment> value) {
        List<Alignment> alignments = run.numerics().alignments();
        return Series.of(
                name,
                alignments.stream().mapToDouble(Alignment::sequence).toArray(),
                alignments.stream().mapToDouble(value).toArray());
    }
}
