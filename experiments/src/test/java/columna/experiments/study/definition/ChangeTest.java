package columna.experiments.study.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.experiments.spec.ExperimentSpec;
import columna.experiments.study.TinyStudies;
import columna.experiments.yaml.BadInput;
import columna.fixedpoint.Format;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an axis does to the formats of an experiment, beside the formats that the experiment file has. */
class ChangeTest {

    private static ExperimentSpec at(String axis, int level) {
        StudyDefinition study = TinyStudies.of("axes:\n  " + axis + "\n");
        return study.experiment(new Configuration(level, List.of(level)), 1);
    }

    private static Format format(ExperimentSpec spec, String signal) {
        return spec.formats().formatOf(signal);
    }

    /** The file has lru.trace: fixed<16,6> and lru.trace.B: fixed<16,4>. */
    @Test
    void bitsOfAGroupReachEverySignalInItAndKeepTheRange() {
        ExperimentSpec spec = at("formats.lru.trace.bits: [9]", 0);
        assertThat(format(spec, "lru.trace.lambda")).isEqualTo(Format.parse("fixed<9,6,RND,SAT>"));
        assertThat(format(spec, "lru.trace.B")).isEqualTo(Format.parse("fixed<9,4,RND,SAT>"));
        assertThat(format(spec, "lru.h")).isEqualTo(Format.parse("fixed<16,4,RND,SAT>"));
    }

    @Test
    void oneSignalOfAGroupAlone() {
        ExperimentSpec spec = at("formats.lru.trace.B.added_bits: [-5, +2]", 0);
        assertThat(format(spec, "lru.trace.B")).isEqualTo(Format.parse("fixed<11,4,RND,SAT>"));
        assertThat(format(spec, "lru.trace.lambda")).isEqualTo(Format.parse("fixed<16,6,RND,SAT>"));
        assertThat(format(at("formats.lru.trace.B.added_bits: [-5, +2]", 1), "lru.trace.B")).isEqualTo(Format.parse("fixed<18,4,RND,SAT>"));
    }

    @Test
    void aSignalThatTheFileDoesNotNameGetsAFormatOfItsOwn() {
        ExperimentSpec spec = at("formats.lru.h.bits: [10]", 0);
        assertThat(format(spec, "lru.h")).isEqualTo(Format.parse("fixed<10,4,RND,SAT>"));
        assertThat(format(spec, "lru.u")).isEqualTo(Format.parse("fixed<16,4,RND,SAT>"));
    }

    @Test
    void integerBitsKeepTheResolution() {
        assertThat(format(at("formats.lru.trace.B.integer_bits: [2]", 0), "lru.trace.B")).isEqualTo(Format.parse("fixed<14,2,RND,SAT>"));
    }

    @Test
    void modesKeepTheWidth() {
        assertThat(format(at("formats.lru.B.rounding: [TRN]", 0), "lru.B")).isEqualTo(Format.parse("fixed<16,2,TRN,SAT>"));
        assertThat(format(at("formats.lru.B.overflow: [WRAP]", 0), "lru.B")).isEqualTo(Format.parse("fixed<16,2,STOCHASTIC,WRAP>"));
    }

    @Test
    void allFormatsTogether() {
        ExperimentSpec spec = at("formats.added_bits: [-1]", 0);
        assertThat(format(spec, "lru.trace.B").width()).isEqualTo(15);
        assertThat(format(spec, "glu.moment2").width()).isEqualTo(31);
        assertThat(spec.formats().defaultFormat().width()).isEqualTo(15);
    }

    @Test
    void aFormatThatCannotBeIsRefusedInOneSentence() {
        StudyDefinition study = TinyStudies.of("axes: {formats.lru.trace.B.added_bits: [-16]}\n");
        assertThatThrownBy(() -> study.experiment(new Configuration(0, List.of(0)), 1)).isInstanceOf(BadInput.class)
                .hasMessageContaining("formats.lru.trace.B.added_bits = -16");
    }

    @Test
    void keysMoveTogether() {
        ExperimentSpec spec = at("w: {keys: [formats.lru.B.bits, formats.lru.trace.bits], values: {from: 8, to: 9, step: 1}}", 1);
        assertThat(format(spec, "lru.B")).isEqualTo(Format.parse("fixed<9,2,STOCHASTIC,SAT>"));
        assertThat(format(spec, "lru.trace.B")).isEqualTo(Format.parse("fixed<9,4,RND,SAT>"));
    }

    @Test
    void variantsAndSeedsAreSet() {
        StudyDefinition study = TinyStudies.of("""
                axes:
                  optimiser:
                    descent: {learning.optimiser.name: sgd, learning.optimiser.rate: 0.5}
                    adam: {learning.optimiser.name: adam, learning.optimiser.rate: 0.01}
                """);
        ExperimentSpec spec = study.experiment(new Configuration(0, List.of(0)), 7);
        assertThat(spec.learning().optimiser().rate()).isEqualTo(0.5);
        assertThat(spec.seed()).isEqualTo(7);
        assertThat(study.labels(new Configuration(1, List.of(1)))).containsEntry("optimiser", "adam");
    }
}
