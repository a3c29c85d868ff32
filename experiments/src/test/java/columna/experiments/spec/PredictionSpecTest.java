package columna.experiments.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.experiments.explain.PredictionSignals;
import columna.experiments.prediction.Systems;
import columna.experiments.yaml.BadInput;
import columna.experiments.yaml.YamlText;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of chips that predict: what is shipped reads, builds and writes back; what is wrong is said in one sentence with its place. */
class PredictionSpecTest {

    static List<String> names() {
        return ShippedPredictions.names();
    }

    private static PredictionSpec read(String name, String... settings) {
        return PredictionSpec.read(name, PredictionSignals.names(), List.of(settings));
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsShippedBuildsAndReadsBack(String name) {
        PredictionSpec spec = read(name);
        assertThat(spec.name()).isEqualTo(name);
        assertThat(spec.description()).isNotBlank();
        assertThat(Systems.of(spec).configurations()).isNotEmpty();
        PredictionSpec again = PredictionReader.read(YamlText.parse("again", spec.toYaml()), PredictionSignals.names(), List.of());
        assertThat(again.values()).isEqualTo(spec.values());
        assertThat(again.formats()).isEqualTo(spec.formats());
        assertThat(again.system()).isEqualTo(spec.system());
        assertThat(again.stream()).isEqualTo(spec.stream());
        assertThat(again.learning()).isEqualTo(spec.learning());
        assertThat(again.chip()).isEqualTo(spec.chip());
        assertThat(again.tables()).isEqualTo(spec.tables());
        assertThat(again.verify()).isEqualTo(spec.verify());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "system.paths=17|found paths among 17 units of 16; allowed: at most system.units",
        "stream.name=trace-patterning|found trials or sequences for a dense network, which predicts a series; allowed: sine, delayed-recall"
    })
    void soIsWhatADenseNetworkCannotDo(String setting, String sentence) {
        assertThatThrownBy(() -> Systems.of(read("sparse-rtrl", setting))).isInstanceOf(BadInput.class).hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "system.stages=0|found '0' for 'system.stages'; allowed: a whole number from 1 to 32",
        "system.stagse=2|found the unknown key 'system.stagse'; did you mean 'system.stages'?",
        "stream.scored_steps=900000|found 900000 scored time steps in a run of 800000; allowed: at most stream.steps",
        "stream.shortest_interval=10|found a shortest interval of 10 time steps above the longest of 9; allowed: at most the longest",
        "system.name=lstm-colums|found 'lstm-colums' for 'system.name'; allowed: lstm-columns, dense, feature-columns; did you mean 'lstm-columns'?",
        "formats.lstm.hh=fixed<18,4>|found the unknown signal 'lstm.hh'; did you mean 'lstm.h'?",
        "formats.lstm.step=fixed<32,14>|needs an accumulator of",
        "technology=cmos-29nm|found no technology 'cmos-29nm'",
        "chip.core.table_units=9|found 9 look-up units in a core of 8 lanes; allowed: at most one for each lane",
        "stream.name=sine|found a stream of values for LSTM columns, which predict discounted sums; allowed: trace-patterning, trace-conditioning",
        "system.cell=tanh|found 'system.cell', which has no meaning here; allowed: only with system.name: dense",
        "chip.random.bits=20|found 20 random bits from a register of 16; allowed: at most the bits of LFSR16"
    })
    void whatIsWrongIsSaidInOneSentence(String setting, String sentence) {
        assertThatThrownBy(() -> Systems.of(read("lstm-columns", setting)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(sentence);
    }
}
