package columna.reference.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.reference.learning.Learner;
import columna.reference.learning.LearningRule;
import columna.reference.learning.Score;
import columna.reference.network.Initialisation;
import columna.reference.network.NetworkSpec;
import columna.reference.network.ParameterShape;
import columna.reference.network.Parameters;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OneHotTest {

    private static final LabelledSymbols EXAMPLE = new LabelledSymbols(new byte[] {2, 0, 3}, 1);

    @Test
    void eachSymbolIsOneChannelAndTheLabelStandsEverywhere() {
        Sequence sequence = new OneHot(4).sequence(EXAMPLE);
        assertThat(sequence.inputs()).isDeepEqualTo(new double[][] {{0, 0, 1, 0}, {1, 0, 0, 0}, {0, 0, 0, 1}});
        assertThat(sequence.targets()).isDeepEqualTo(new double[][] {{1}, {1}, {1}});
        assertThat(sequence.mask()).containsExactly(1, 1, 1);
    }

    @Test
    void paddingIsASymbolOutsideTheMask() {
        Sequence sequence = new OneHot(4).padded(EXAMPLE, 5, 1);
        assertThat(sequence.inputs()[3]).containsExactly(0, 1, 0, 0);
        assertThat(sequence.inputs()[4]).containsExactly(0, 1, 0, 0);
        assertThat(sequence.mask()).containsExactly(1, 1, 1, 0, 0);
    }

    @Test
    void symbolsAreUnsigned() {
        Sequence sequence = new OneHot(135).sequence(new LabelledSymbols(new byte[] {(byte) 134}, 0));
        assertThat(sequence.inputs()[0][134]).isEqualTo(1);
    }

    /** Why padding can be left out: bit for bit the same loss and gradient. */
    @ParameterizedTest
    @EnumSource(LearningRule.class)
    void paddingChangesNeitherLossNorGradient(LearningRule rule) {
        NetworkSpec spec = NetworkSpec.paper(2, 5, 6, 4, 1);
        Parameters parameters = Initialisation.PAPER.draw(spec, 7);
        Learner unpadded = new Learner(spec, parameters, rule);
        Learner padded = new Learner(spec, parameters, rule);
        Score score = unpadded.learn(new OneHot(4).sequence(EXAMPLE));
        assertThat(padded.learn(new OneHot(4).padded(EXAMPLE, 9, 0))).isEqualTo(score);
        for (ParameterShape shape : parameters.shapes()) {
            assertThat(padded.gradient().matrix(shape.name())).as(shape.name()).isDeepEqualTo(unpadded.gradient().matrix(shape.name()));
        }
        assertThat(unpadded.gradient().norm()).isPositive();
    }

    @Test
    void listsAreBuiltWhenRead() {
        List<Sequence> sequences = new OneHot(4).sequences(List.of(EXAMPLE, new LabelledSymbols(new byte[] {1}, 0)));
        assertThat(sequences).hasSize(2);
        assertThat(sequences.get(1).steps()).isEqualTo(1);
        assertThatThrownBy(() -> sequences.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void refusals() {
        assertThatThrownBy(() -> new OneHot(4).padded(EXAMPLE, 2, 0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("one-hot inputs: 3 symbols do not fit into 2 time steps");
        assertThatThrownBy(() -> new OneHot(257)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("257");
    }
}
