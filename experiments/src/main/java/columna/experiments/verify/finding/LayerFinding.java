package columna.experiments.verify.finding;

import columna.experiments.numerics.NumericsStudy.Alignment;
import columna.experiments.numerics.NumericsStudy.LayerGradient;
import columna.experiments.result.RunResult;
import columna.experiments.spec.VerifySpec;
import columna.experiments.verify.finding.Check.Kind;
import columna.reference.training.GradientAlignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The gradients of one layer over the observed sequences, as means weighted by the norm of the exact gradient, but no sequence more than
 * the one that nine of ten do not exceed: a gradient that has all but vanished says little, and one that exploded must not drown the others.
 *
 * @param layer from the bottom, counted from 0
 * @param sequences observed
 * @param cosine with the same rule in exact arithmetic
 * @param relativeNorm norm of the chip's over that of the exact one
 * @param cosineWithBptt the chip's with backpropagation through time, for information
 * @param ruleCosineWithBptt the same rule's in exact arithmetic, for information
 */
public record LayerFinding(
        int layer, int sequences, double cosine, double relativeNorm, double cosineWithBptt, double ruleCosineWithBptt) {

    /** Every layer; none if no gradient was compared. */
    public static List<LayerFinding> of(RunResult run) {
        List<Alignment> alignments = run.numerics().alignments();
        List<LayerFinding> layers = new ArrayList<>();
        for (int layer = 0; !alignments.isEmpty() && layer < run.spec().network().layers(); layer++) {
            layers.add(of(alignments, layer));
        }
        return layers;
    }

    static LayerFinding of(List<Alignment> alignments, int layer) {
        double[] norms = alignments.stream().mapToDouble(a -> a.arithmetic().get(layer).norm()).sorted().toArray();
        double most = norms[Math.ceilDiv(9 * norms.length, 10) - 1];
        ToDoubleFunction<Alignment> weight = a -> Math.min(a.arithmetic().get(layer).norm(), most);
        return new LayerFinding(
                layer,
                alignments.size(),
                mean(alignments, weight, a -> arithmetic(a, layer).cosine()),
                mean(alignments, weight, a -> arithmetic(a, layer).relativeNorm()),
                mean(alignments, weight, a -> a.chip().get(layer).cosine()),
                mean(alignments, weight, a -> a.rule().get(layer).cosine()));
    }

    private static GradientAlignment arithmetic(Alignment alignment, int layer) {
        LayerGradient gradient = alignment.arithmetic().get(layer);
        return gradient.alignment();
    }

    private static double mean(List<Alignment> alignments, ToDoubleFunction<Alignment> weight, ToDoubleFunction<Alignment> value) {
        double sum = alignments.stream().mapToDouble(a -> weight.applyAsDouble(a) * value.applyAsDouble(a)).sum();
        return sum / alignments.stream().mapToDouble(weight).sum();
    }

    List<Check> checks(VerifySpec tolerances) {
        String of = "layer " + layer + ": found ";
        return List.of(
                Check.of(Kind.GRADIENT, "layer " + layer + " cosine", cosine >= tolerances.gradientCosine(), String.format(
                        Locale.ROOT,
                        "%sa cosine of %.4f between its gradient and the exact one; allowed: at least %.4g",
                        of, cosine, tolerances.gradientCosine())),
                Check.of(Kind.GRADIENT, "layer " + layer + " norm", Math.abs(relativeNorm - 1) <= tolerances.gradientNorm(), String.format(
                        Locale.ROOT,
                        "%sa gradient of %.4f times the norm of the exact one; allowed: 1 with a deviation of at most %.4g",
                        of, relativeNorm, tolerances.gradientNorm())));
    }
}
