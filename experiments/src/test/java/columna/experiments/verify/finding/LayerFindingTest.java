package columna.experiments.verify.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import columna.experiments.explain.Signals;
import columna.experiments.numerics.NumericsStudy.Alignment;
import columna.experiments.numerics.NumericsStudy.LayerGradient;
import columna.experiments.spec.ExperimentSpec;
import columna.reference.training.GradientAlignment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayerFindingTest {

    private static Alignment alignment(double norm, double cosine, double relativeNorm) {
        GradientAlignment bptt = new GradientAlignment(0.5, 1);
        return new Alignment(0, List.of(bptt), List.of(bptt), List.of(new LayerGradient(new GradientAlignment(cosine, relativeNorm), norm)));
    }

    /** Eighteen gradients of norm 1, one that vanished and one of norm 1000: their weights are 1, 1e-9 and 1. */
    @Test
    void neitherAVanishedNorAnExplodedGradientDrownsTheOthers() {
        List<Alignment> all = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            all.add(alignment(1, 0.9, 1.1));
        }
        all.add(alignment(1e-9, -1, 0));
        all.add(alignment(1000, 0.1, 0.1));
        LayerFinding found = LayerFinding.of(all, 0);
        assertThat(found.cosine()).isCloseTo((18 * 0.9 + 0.1) / 19, within(1e-8));
        assertThat(found.relativeNorm()).isCloseTo((18 * 1.1 + 0.1) / 19, within(1e-8));
        assertThat(found.cosineWithBptt()).isCloseTo(0.5, within(1e-12));
        assertThat(found.sequences()).isEqualTo(20);
    }

    @Test
    void toleranceIsForCosineAndForNormEitherWay() {
        var tolerances = ExperimentSpec.read("copy-task", Signals.names(), List.of("verify.gradient_cosine=0.9", "verify.gradient_norm=0.25")).verify();
        assertThat(LayerFinding.of(List.of(alignment(1, 0.95, 1.2)), 0).checks(tolerances)).noneMatch(Check::failed);
        assertThat(LayerFinding.of(List.of(alignment(1, 0.85, 1.2)), 0).checks(tolerances)).filteredOn(Check::failed)
                .extracting(Check::name).containsExactly("layer 0 cosine");
        for (double norm : new double[] {0.7, 1.3}) {
            assertThat(LayerFinding.of(List.of(alignment(1, 0.95, norm)), 0).checks(tolerances)).filteredOn(Check::failed)
                    .extracting(Check::name).containsExactly("layer 0 norm");
        }
    }
}
