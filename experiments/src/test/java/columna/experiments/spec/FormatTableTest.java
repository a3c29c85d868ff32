package columna.experiments.spec;

import static org.assertj.core.api.Assertions.assertThat;

import columna.fixedpoint.Format;
import columna.fixedpoint.Overflow;
import columna.fixedpoint.Quantization;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTableTest {
    private static final Set<String> SIGNALS = Set.of("lru.h", "lru.trace.B", "lru.trace.lambda", "lru.traces", "glu.w1", "lru");
    private static final String TEXT = """
            experiment: x
            task: {name: copy}
            learning: {rule: online, optimiser: {name: sgd, rate: 1}}
            formats:
              default: fixed<10,4>
              lru: fixed<11,4>
              lru.trace: fixed<12,4>
              lru.trace.B: fixed<13,4,TRN,WRAP>
            """;

    /** Own key, else longest group of whole components, else default: worked out by hand from the file above. */
    @ParameterizedTest
    @CsvSource({"lru.trace.B,13", "lru.trace.lambda,12", "lru.traces,11", "lru.h,11", "lru,11", "glu.w1,10", "anything,10"})
    void formatOf(String signal, int width) {
        FormatTable table = ExperimentSpec.parse("f", TEXT, SIGNALS, List.of()).formats();
        assertThat(table.formatOf(signal).width()).isEqualTo(width);
    }

    @Test
    void aFormatWithoutModesRoundsToNearestAndSaturates() {
        FormatTable table = ExperimentSpec.parse("f", TEXT, SIGNALS, List.of()).formats();
        assertThat(table.formatOf("lru.h")).isEqualTo(new Format(11, 4, true, Quantization.RND, Overflow.SAT, 0));
        assertThat(table.formatOf("lru.trace.B")).isEqualTo(new Format(13, 4, true, Quantization.TRN, Overflow.WRAP, 0));
    }

    @Test
    void aSettingReplacesTheFile() {
        FormatTable table = ExperimentSpec.parse("f", TEXT, SIGNALS, List.of("formats.lru.trace.B=fixed<20,2>", "formats.lru.trace.B=fixed<21,2>")).formats();
        assertThat(table.formatOf("lru.trace.B").width()).isEqualTo(21);
    }
}
