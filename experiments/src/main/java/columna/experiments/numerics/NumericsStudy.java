package columna.experiments.numerics;

import columna.experiments.chip.ChipDesign;
import columna.experiments.chip.ChipLearner;
import columna.experiments.chip.ChipParameters;
import columna.experiments.chip.LearningRates;
import columna.experiments.chip.ReferenceNetwork;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.LearningSpec;
import columna.reference.learning.Learner;
import columna.reference.learning.LearningRule;
import columna.reference.learning.Score;
import columna.reference.network.NetworkSpec;
import columna.reference.network.ParameterShape;
import columna.reference.network.Parameters;
import columna.reference.task.Sequence;
import columna.reference.training.GradientAlignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the sampled sequences of a run say about numbers: the signal-to-noise ratio of every signal that the reference also
 * has, and the alignment of the chip's gradient with the exact one, layer by layer.
 */
public final class NumericsStudy {

    /**
     * Gradients of one sampled sequence against BPTT's at the same parameters.
     *
     * @param sequence how many sequences had been learned before
     * @param chip alignment of the chip's gradient per layer
     * @param rule alignment per layer of the same learning rule in exact arithmetic
     * @param arithmetic per layer, the chip's gradient against that of the same rule in exact arithmetic
     */
    public record Alignment(
            long sequence, List<GradientAlignment> chip, List<GradientAlignment> rule, List<LayerGradient> arithmetic) {}

    /**
     * The chip's gradient of one layer against that of the same learning rule in exact arithmetic.
     *
     * @param alignment cosine and relative norm
     * @param norm Euclidean norm of the exact one, at the reference's scale
     */
    public record LayerGradient(GradientAlignment alignment, double norm) {}

    private final ExperimentSpec spec;
    private final ChipDesign design;
    private final ChipParameters parameters;
    private final Parameters values;
    private final Learner rule;
    private final Learner exact;
    private final Map<String, NoiseSum> sums = new LinkedHashMap<>();
    private final List<Alignment> alignments = new ArrayList<>();
    private long sampled;

    public NumericsStudy(ExperimentSpec spec, ChipDesign design, ChipParameters parameters, NetworkSpec network) {
        this.spec = spec;
        this.design = design;
        this.parameters = parameters;
        // What a chip has no memory for, such as phases of real units, stays as it began.
        this.values = ReferenceNetwork.initial(spec);
        this.rule = new Learner(network, values, ReferenceNetwork.rule(spec));
        this.exact = new Learner(network, values, LearningRule.BPTT);
    }

    /** Learns from a sequence on the chip, observed; the bits are those of an unobserved chip. */
    public Score learn(ChipLearner learner, Sequence sequence, long before) {
        parameters.read("", values);
        RecordedPass pass = new RecordedPass();
        rule.learn(sequence, pass);
        Parameters gradient = values.zeros();
        double factor = LearningRates.gradientFactor(sequence);
        boolean gradientsAreClear = learner.gradientsAreClear();
        SequenceComparison comparison = new SequenceComparison(design, parameters, pass, before, factor, sums, gradient);
        Score score = learner.learn(sequence, comparison::at);
        sampled++;
        if (gradientsAreClear && !(spec.learning().update() instanceof LearningSpec.Update.EveryTimeStep)) {
            comparison.finish();
            compareGradients(gradient, factor);
            exact.learn(sequence);
            alignments.add(new Alignment(
                    before,
                    GradientAlignment.perLayer(gradient, exact.gradient()),
                    GradientAlignment.perLayer(rule.gradient(), exact.gradient()),
                    arithmetic(gradient)));
        }
        return score;
    }

    private List<LayerGradient> arithmetic(Parameters gradient) {
        List<GradientAlignment> alignments = GradientAlignment.perLayer(gradient, rule.gradient());
        List<LayerGradient> layers = new ArrayList<>();
        for (int layer = 0; layer < alignments.size(); layer++) {
            layers.add(new LayerGradient(alignments.get(layer), norm(layer)));
        }
        return layers;
    }

    private double norm(int layer) {
        return Math.sqrt(rule.gradient().shapes().stream()
                .map(ParameterShape::name)
                .filter(name -> name.startsWith("layers." + layer + "."))
                .flatMapToDouble(name -> Arrays.stream(rule.gradient().matrix(name)).flatMapToDouble(Arrays::stream))
                .map(x -> x * x)
                .sum());
    }

    private void compareGradients(Parameters gradient, double factor) {
        for (ParameterShape shape : gradient.shapes()) {
            NoiseSum sum = sums.computeIfAbsent("gradient of " + kind(shape.name()), name -> new NoiseSum());
            double[][] actual = gradient.matrix(shape.name());
            double[][] wanted = rule.gradient().matrix(shape.name());
            for (int row = 0; row < actual.length; row++) {
                for (int column = 0; column < actual[row].length; column++) {
                    sum.add(factor * wanted[row][column], factor * actual[row][column]);
                }
            }
        }
    }

    /** The parameter's name without its layer and part: {@code layers.1.B_re} is {@code B}. */
    private static String kind(String name) {
        return name.replaceFirst("^layers\\.\\d+\\.", "").replaceFirst("_(re|im)$", "");
    }

    /** Sequences observed. */
    public long sampled() {
        return sampled;
    }

    /** Everything observed so far. */
    public ObservedNumbers observed() {
        return new ObservedNumbers(sampled, sums, alignments);
    }
}
