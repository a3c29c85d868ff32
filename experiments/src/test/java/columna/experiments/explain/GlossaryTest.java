package columna.experiments.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.experiments.spec.ExperimentKeys;
import columna.experiments.yaml.BadInput;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GlossaryTest {

    static Set<String> names() {
        return Glossary.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyNameIsExplained(String name) {
        List<String> lines = Glossary.explain(name);
        assertThat(lines.getFirst()).startsWith(name + ": a ");
        assertThat(String.join(" ", lines)).endsWith(String.join(" ", lines).strip()).hasSizeGreaterThan(name.length() + 20);
    }

    @Test
    void everyKeyOfTheExperimentFileHasAMeaningThatEndsInAFullStop() {
        assertThat(ExperimentKeys.all()).allSatisfy(key -> assertThat(key.meaning()).matches("\\S.*\\."));
        assertThat(ExperimentKeys.all()).extracting(key -> key.path()).doesNotHaveDuplicates();
    }

    @Test
    void everySummaryKeyHasAMeaningAndTheIssuesKeysAreThere() {
        assertThat(SummaryKeys.all()).allSatisfy(key -> assertThat(key.meaning()).matches("\\S.*\\."));
        for (String name : List.of("chip.accuracy", "reference.accuracy", "chip.loss", "reference.loss", "cycles.total", "energy.total_pj",
                "memory.learning_bits", "memory.inference_bits")) {
            assertThat(SummaryKeys.of(name)).as(name).isPresent();
        }
    }

    @Test
    void aStarStandsForOnePart() {
        var key = new SummaryKeys.SummaryKey("energy.*_pj.of.*", "pJ", false, "M.");
        assertThat(key.describes("energy.mac_pj.of.lru")).isTrue();
        assertThat(key.describes("energy.mac_pj.of.lru.h")).isFalse();
        assertThat(key.describes("energyXmac_pj.of.lru")).isFalse();
    }

    /** The trace of B is written by the equation of SEEDS.md A.2.1, e_B := lambda e_B + gamma z^T. */
    @Test
    void aSignalShowsTheEquationThatWritesIt() {
        assertThat(Glossary.explain("lru.trace.B")).anyMatch(line -> line.contains("lru.lambda[n]*lru.trace.B[n,h] + lru.gamma[n]*lru.z[h]"))
                .anyMatch(line -> line.contains("complex [n,h]") && line.contains("learning only"));
    }

    @Test
    void aKeyOfATableOverSignalsIsExplainedAsItsSignal() {
        for (String table : List.of("formats.", "verify.signal_to_noise.")) {
            assertThat(Glossary.explain(table + "lru.h")).isEqualTo(Glossary.explain("lru.h"));
        }
        assertThat(Glossary.explain("verify.signal_to_noise.default")).anyMatch(line -> line.contains("or format (dB)"));
        assertThat(Glossary.explain("verify.baseline")).contains("  verify.baseline.cycles");
    }

    @Test
    void aSectionListsItsKeysAndAnUnknownNameGetsTheNearest() {
        assertThat(Glossary.explain("chip.bus")).contains("  chip.bus.topology", "  chip.bus.width_bits", "  chip.bus.hop_cycles", "  chip.bus.buffer_beats").hasSize(6);
        assertThatThrownBy(() -> Glossary.explain("lru.hh")).isInstanceOf(BadInput.class).hasMessageContaining("did you mean 'lru.h'");
        assertThatThrownBy(() -> Glossary.explain("")).isInstanceOf(BadInput.class);
    }
}
