package columna.experiments.chip;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.experiments.explain.Signals;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.ShippedExperiments;
import columna.experiments.yaml.BadInput;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only the finished chip can find wrong is still the user's mistake: one sentence with the place of the value. */
class ChipDesignTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "  lru.trace.B: fixed<16,4,RND,SAT>  |  lru.trace.B: §fixed<32,4,RND,SAT>  | accumulator of",
        "  random: {lfsr: LFSR16, bits: 8}   |  random: {lfsr: LFSR16, bits: §5}   | shares the factor 5",
        "  decoder.peak: fixed<16,6,RND,SAT> |  decoder.peak: §fixed<18,6,RND,SAT> | the same format",
    })
    void isRefusedWithItsPlace(String line, String wrong, String words) {
        String good = ShippedExperiments.text("copy-task").replace("lru.lambda: fixed<16,1", "lru.lambda: fixed<32,1");
        String marked = good.replace(line.strip(), wrong.strip());
        int mark = marked.indexOf('§');
        String before = marked.substring(0, mark);
        long row = before.lines().count();
        int column = mark - before.lastIndexOf('\n');
        // Only the first case needs the wide lambda.
        String text = (words.startsWith("accumulator") ? marked : marked.replace("lru.lambda: fixed<32,1", "lru.lambda: fixed<16,1"))
                .replace("§", "");
        ExperimentSpec spec = ExperimentSpec.parse("chip.yaml", text, Signals.names(), java.util.List.of());
        assertThatThrownBy(() -> ChipDesign.of(spec))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("chip.yaml:" + row + ":" + column + ": ")
                .hasMessageContaining(words);
    }

    /** The longest expression of two levels and three arguments has five symbols. */
    @Test
    void lengthsThatNoExpressionHasAreRefused() {
        ExperimentSpec spec = ExperimentSpec.read("listops", Signals.names(), List.of("task.levels=2", "task.most_arguments=3"));
        assertThatThrownBy(() -> ChipDesign.of(spec)).isInstanceOf(BadInput.class)
                .hasMessageContaining("lengths of 6 to 20 symbols").hasMessageContaining("2 levels").hasMessageContaining("one in a thousand");
        ChipDesign.of(spec.with(Signals.names(), "task.shortest=5"));
    }
}
