package columna.experiments.verify.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.experiments.explain.Signals;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.verify.finding.Check;
import columna.experiments.verify.finding.Check.Outcome;
import columna.experiments.yaml.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BaselineTest {
    private static final ExperimentSpec SPEC = ExperimentSpec.read("copy-task", Signals.names());

    @TempDir
    private Path folder;

    private static Baseline baseline(double accuracy, double loss, double energy, long cycles, long inference, long learning, double area, double h) {
        SequencedMap<String, Double> ratios = new LinkedHashMap<>(Map.of("lru.h", h));
        return new Baseline(Baseline.keysOf(SPEC), accuracy, loss, energy, cycles, inference, learning, area, ratios);
    }

    private static final Baseline RECORDED = baseline(0.99, 0.0123456789012345, 1e9 / 3, 112_296_000, 234_232, 1_156_148, 1.25, 53.3);

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("b.json"), text);
    }

    @Test
    void whatIsWrittenReadsBackEqualToTheLastBit() throws IOException {
        SequencedMap<String, Double> ratios = new LinkedHashMap<>();
        ratios.put("encoder.stream", Double.POSITIVE_INFINITY);
        ratios.put("lru.h", 1 / 3.0);
        Baseline exact = new Baseline(Baseline.keysOf(SPEC), 1, 0.1, 1e10 / 7, Long.MAX_VALUE, 1, 2, 3, ratios);
        Path path = folder.resolve("b.json");
        for (int again = 0; again < 2; again++) {
            new BaselineFile(path).write(exact);
            assertThat(new BaselineFile(path).read()).isEqualTo(exact);
        }
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith(".part"));
        assertThat(Files.readString(path)).contains("\"columna_baseline\" : 1", "\"hash\" : \"" + exact.hash() + "\"", "\"keys\" : {", "\"experiment\" : \"copy-task\"").endsWith("}\n");
    }

    @Test
    void theHashChangesWithEveryKeyButDescriptionAndTolerances() {
        String hash = RECORDED.hash();
        assertThat(hash).matches("[0-9a-f]{16}");
        for (String setting : List.of("seed=2", "formats.lru.h=fixed<17,4>", "chip.mixing_core.lanes=4", "technology=cmos-45nm")) {
            assertThat(of(SPEC.with(Signals.names(), setting)).hash()).as(setting).isNotEqualTo(hash);
        }
        for (String setting : List.of("description=other", "verify.gradient_cosine=0.1", "verify.signal_to_noise.lru.h=3")) {
            assertThat(of(SPEC.with(Signals.names(), setting)).hash()).as(setting).isEqualTo(hash);
        }
    }

    private static Baseline of(ExperimentSpec spec) {
        return new Baseline(Baseline.keysOf(spec), 1, 0, 1, 1, 1, 1, 1, new LinkedHashMap<>());
    }

    /** Each number a little inside and a little outside of what is allowed by default: 1 %, 0.01 ln 2 = 0.00693, 0.1 %, nothing, 3 dB. */
    static Stream<Arguments> drifts() {
        double loss = RECORDED.loss();
        double energy = RECORDED.energy();
        return Stream.of(
                Arguments.of("accuracy", baseline(0.9999, loss, energy, 112_296_000, 234_232, 1_156_148, 1.25, 53.3), false),
                Arguments.of("accuracy", baseline(0.979, loss, energy, 112_296_000, 234_232, 1_156_148, 1.25, 53.3), true),
                Arguments.of("loss", baseline(0.99, loss + 0.0069, energy, 112_296_000, 234_232, 1_156_148, 1.25, 53.3), false),
                Arguments.of("loss", baseline(0.99, loss - 0.0070, energy, 112_296_000, 234_232, 1_156_148, 1.25, 53.3), true),
                Arguments.of("energy", baseline(0.99, loss, energy * 1.0009, 112_296_000, 234_232, 1_156_148, 1.25, 53.3), false),
                Arguments.of("energy", baseline(0.99, loss, energy * 0.9989, 112_296_000, 234_232, 1_156_148, 1.25, 53.3), true),
                Arguments.of("cycles", baseline(0.99, loss, energy, 112_296_001, 234_232, 1_156_148, 1.25, 53.3), true),
                Arguments.of("inference memory", baseline(0.99, loss, energy, 112_296_000, 234_231, 1_156_148, 1.25, 53.3), true),
                Arguments.of("learning memory", baseline(0.99, loss, energy, 112_296_000, 234_232, 1_156_149, 1.25, 53.3), true),
                Arguments.of("area", baseline(0.99, loss, energy, 112_296_000, 234_232, 1_156_148, 1.252, 53.3), true),
                Arguments.of("signal-to-noise of lru.h", baseline(0.99, loss, energy, 112_296_000, 234_232, 1_156_148, 1.25, 50.2), true),
                Arguments.of("signal-to-noise of lru.h", baseline(0.99, loss, energy, 112_296_000, 234_232, 1_156_148, 1.25, 80), false));
    }

    @ParameterizedTest
    @MethodSource("drifts")
    void everyKindOfDriftIsCaughtAndNoOther(String name, Baseline found, boolean drifted) {
        List<Check> checks = new Drift(RECORDED, SPEC.verify().drift()).checks(found, SPEC.task().chanceLoss());
        assertThat(checks).hasSize(8);
        assertThat(checks.stream().filter(Check::failed).map(Check::name)).isEqualTo(drifted ? List.of(name) : List.of());
    }

    @Test
    void aDriftIsToldInOneSentence() {
        Baseline found = baseline(0.99, RECORDED.loss(), RECORDED.energy(), 112_296_010, 234_232, 1_156_148, 1.25, 53.3);
        assertThat(new Drift(RECORDED, SPEC.verify().drift()).checks(found, SPEC.task().chanceLoss())).filteredOn(Check::failed).extracting(Check::sentence)
                .containsExactly("cycles: recorded 112,296,000, found 112,296,010; allowed: no difference");
        Baseline costlier = baseline(0.99, RECORDED.loss(), 4e8, 112_296_000, 234_232, 1_156_148, 1.25, 53.3);
        assertThat(new Drift(RECORDED, SPEC.verify().drift()).checks(costlier, SPEC.task().chanceLoss())).filteredOn(Check::failed).extracting(Check::sentence)
                .containsExactly("energy: recorded 3.3333e+08, found 400,000,000 pJ; allowed: a difference of at most 0.1 %");
        assertThat(new Drift(RECORDED, SPEC.with(Signals.names(), "verify.baseline.cycles=0.001").verify().drift()).checks(found, SPEC.task().chanceLoss()))
                .noneMatch(Check::failed);
    }

    @Test
    void aSignalThatIsNoLongerComparedIsNotAPass() {
        Baseline without = new Baseline(RECORDED.keys(), 0.99, RECORDED.loss(), RECORDED.energy(), 112_296_000, 234_232, 1_156_148, 1.25, new LinkedHashMap<>());
        assertThat(new Drift(RECORDED, SPEC.verify().drift()).checks(without, SPEC.task().chanceLoss())).filteredOn(check -> check.outcome() == Outcome.SKIPPED).hasSize(1);
    }

    @Test
    void anotherDesignIsNamedAndAnotherExperimentIsRefused() throws IOException {
        Path path = folder.resolve("b.json");
        new BaselineFile(path).write(RECORDED);
        assertThat(Drift.from(path, SPEC).remarks(SPEC)).isEmpty();
        ExperimentSpec design = SPEC.with(Signals.names(), "chip.mixing_core.lanes=8", "formats.lru.trace=fixed<20,6>");
        assertThat(Drift.from(path, design).remarks(design)).containsExactly(
                "The baseline is of another design: chip.mixing_core.lanes was 16 when it was recorded and is 8 here.",
                "The baseline is of another design: formats.lru.trace was fixed<16,6,RND,SAT> when it was recorded and is fixed<20,6,RND,SAT> here.");
        ExperimentSpec other = SPEC.with(Signals.names(), "network.units=16");
        assertThatThrownBy(() -> Drift.from(path, other)).isInstanceOf(BadInput.class)
                .hasMessage(path + ": found a baseline of another experiment: network.units was 32 when it was recorded and is 16 here;"
                        + " allowed: differences in chip, formats, tables, technology, numerics");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"columna_baseline": 1, "experiment"              | no JSON at line 1
            []                                                | no JSON object
            ``                                                | no JSON
            {"name": "package.json"}                          | no 'columna_baseline'
            {"columna_baseline": "one"}                       | something else than a whole number for 'columna_baseline'
            {"columna_baseline": 2}                           | version 2; allowed: version 1
            {"columna_baseline": 1}                           | no 'keys'
            {"columna_baseline": 1, "keys": {"seed": 1}}      | something else than a text for 'keys.seed'
            {"columna_baseline": 1, "keys": {}, "signal_to_noise_db": {"lru.h": "loud"}} | 'signal_to_noise_db.lru.h'
            """)
    void filesThatAreNoBaselineAreRefusedInOneSentence(String text, String words) throws IOException {
        Path path = file(text);
        assertThatThrownBy(() -> new BaselineFile(path).read()).isInstanceOf(BadInput.class).hasMessageStartingWith(path + ": found ")
                .hasMessageContaining(words).hasMessageNotContaining("\n");
    }

    @Test
    void missingFilesFoldersAndFilesChangedByHandAreRefused() throws IOException {
        assertThatThrownBy(() -> new BaselineFile(folder.resolve("no.json")).read()).isInstanceOf(BadInput.class).hasMessageContaining("no such file");
        assertThatThrownBy(() -> new BaselineFile(folder).read()).isInstanceOf(BadInput.class).hasMessageContaining("found a folder");
        Path changed = file(BaselineFile.text(RECORDED).replace("\"network.units\" : \"32\"", "\"network.units\" : \"16\""));
        assertThatThrownBy(() -> new BaselineFile(changed).read()).isInstanceOf(BadInput.class).hasMessageContaining("it was changed");
    }

    @Test
    void onlyABaselineIsReplaced() throws IOException {
        new BaselineFile(folder.resolve("new.json")).mayBeReplaced();
        new BaselineFile(file("{\"columna_baseline\": 99}")).mayBeReplaced();
        Path precious = file("{\"name\": \"precious\"}");
        assertThatThrownBy(() -> new BaselineFile(precious).mayBeReplaced()).isInstanceOf(BadInput.class).hasMessageContaining("columna_baseline");
    }
}
