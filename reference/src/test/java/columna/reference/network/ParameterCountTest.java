package columna.reference.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Sizes of networks that Zucchet et al. 2023 name (table 5 and the text). */
class ParameterCountTest {

    private static int count(int units, int width, int inputs, int outputs) {
        return Parameters.zeros(NetworkSpec.paper(4, units, width, inputs, outputs)).count();
    }

    @Test
    void copyTask() {
        assertThat(count(64, 128, 8, 7)).isEqualTo(268_430);
    }

    @Test
    void copyTaskWithOtherCells() {
        assertThat(Parameters.zeros(NetworkSpec.paper(NetworkSpec.Cell.RNN, 4, 64, 146, 8, 7)).count()).isEqualTo(267_956);
        assertThat(Parameters.zeros(NetworkSpec.paper(NetworkSpec.Cell.GRU, 4, 91, 91, 8, 7)).count()).isEqualTo(270_011);
    }

    @Test
    void tenWayClassification() {
        // Five outputs of two classes have the ten logits of one output of ten classes.
        assertThat(count(128, 256, 20, 5)).as("ListOps").isEqualTo(1_063_178);
        assertThat(count(128, 256, 3, 5)).as("CIFAR").isEqualTo(1_058_826);
    }

    /** Encoder 8H + H; layer 3N + 2NH + 2NH + H + 2(H^2 + H) + 2H; decoder 14H + 14. */
    @Test
    void everyBlock() {
        Parameters parameters = Parameters.zeros(NetworkSpec.paper(4, 64, 128, 8, 7));
        assertThat(parameters.shapes().stream().filter(s -> s.name().startsWith("enc.")).mapToInt(ParameterShape::count).sum())
                .isEqualTo(1_152);
        assertThat(parameters.shapes().stream().filter(s -> s.name().startsWith("layers.3.")).mapToInt(ParameterShape::count).sum())
                .isEqualTo(66_368);
        assertThat(parameters.shapes().stream().filter(s -> s.name().startsWith("dec.")).mapToInt(ParameterShape::count).sum())
                .isEqualTo(1_806);
    }
}
