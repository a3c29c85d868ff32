package columna.experiments.reproduce.zucchet2023;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import columna.experiments.reproduce.Claim;
import columna.experiments.reproduce.Comparison;
import columna.experiments.reproduce.Findings;
import columna.experiments.reproduce.Measurement;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Point;
import columna.experiments.reproduce.Reproduction;
import columna.experiments.reproduce.Scope;
import columna.experiments.reproduce.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Zucchet2023Test {

    private static final Measurements NOTHING = new Measurements(Map.of());

    @TempDir
    private Path folder;

    private static Reproduction named(String name) {
        return Zucchet2023.reproductions().stream().filter(reproduction -> reproduction.name().equals(name)).findFirst().orElseThrow();
    }

    /**
     * Table 1: (4 + 3 x 5) rules x 6 rates x 3 seeds. Figure 2: (5 depths + 4 rings) x 10 seeds + 4 rules x 7 rates x 5 seeds. Table 2: 4 rules
     * x 4 settings x 3 seeds for ListOps alone.
     */
    @ParameterizedTest
    @CsvSource({"zucchet2023-table1, 19, 342", "zucchet2023-figure2, 13, 230", "zucchet2023-table2, 4, 48"})
    void pointsAreDistinct(String name, int shortened, int full) {
        assertThat(keys(named(name).points(Scope.DEFAULT))).hasSize(shortened);
        assertThat(keys(named(name).points(Scope.FULL))).hasSize(full);
    }

    private static Set<String> keys(List<Point> points) {
        Set<String> keys = new HashSet<>();
        points.forEach(point -> assertThat(keys.add(point.configuration() + point.seed())).isTrue());
        return keys;
    }

    /** Small and full points never share a name, since they give different numbers. */
    @Test
    void sizesAreInTheNames() {
        for (String name : List.of("zucchet2023-table1", "zucchet2023-figure2", "zucchet2023-table2")) {
            Set<String> full = keys(named(name).points(Scope.FULL));
            assertThat(keys(named(name).points(Scope.DEFAULT))).doesNotContainAnyElementsOf(full);
        }
    }

    @Test
    void theUserChoosesTheSeeds() {
        Scope two = new Scope(false, OptionalInt.of(2), Optional.empty());
        assertThat(named("zucchet2023-table1").points(two)).hasSize(38);
    }

    @Test
    void nothingMeasuredIsMissingNotMissed() {
        for (Reproduction reproduction : Zucchet2023.reproductions()) {
            Findings findings = reproduction.findings(NOTHING);
            assertThat(findings.comparisons()).isNotEmpty().allMatch(comparison -> comparison.verdict() == Verdict.MISSING);
            assertThat(findings.claims()).isNotEmpty().allMatch(claim -> claim.verdict() == Verdict.MISSING);
            assertThat(findings.plots()).isNotEmpty();
        }
    }

    private static Measurements table1(Rule rule, Map<Double, List<Double>> trainingAndValidationLoss) {
        Map<String, TreeMap<Long, Measurement>> all = new TreeMap<>();
        trainingAndValidationLoss.forEach((rate, losses) -> all.put(Table1.configuration(Architecture.LRU_4, rule, CopySize.PAPER, rate),
                new TreeMap<>(Map.of(1L, Measurement.of(Map.of(Training.TRAINING_LOSS, losses.get(0), Training.VALIDATION_LOSS, losses.get(1)))))));
        return new Measurements(all);
    }

    private static Comparison lru(Rule rule, Measurements measurements) {
        return named("zucchet2023-table1").findings(measurements).comparisons().stream()
                .filter(comparison -> comparison.quantity().startsWith("LRU 4 layers, " + rule.words())).findFirst().orElseThrow();
    }

    /** The rate is chosen by validation loss, not by the training loss that is then judged. */
    @Test
    void theLearningRateIsChosenByValidationLoss() {
        Comparison online = lru(Rule.ONLINE, table1(Rule.ONLINE,
                Map.of(0.001, List.of(0.01, 0.5), 0.004, List.of(0.03, 0.2), 0.032, List.of(Double.NaN, Double.NaN))));
        assertThat(online.measured().mean()).isEqualTo(0.03);
        assertThat(online.quantity()).contains("0.004");
        assertThat(online.verdict()).isEqualTo(Verdict.MISSED);
    }

    /** The criteria of the task: online at most 0.02, BPTT at most 1e-4, spatial 0.466 and truncated 0.262 within a quarter. */
    @ParameterizedTest
    @CsvSource({"ONLINE, 0.02, MET", "ONLINE, 0.021, MISSED", "BPTT, 1e-4, MET", "BPTT, 1.1e-4, MISSED", "SPATIAL, 0.36, MET", "SPATIAL, 0.34, MISSED",
        "SPATIAL, 0.59, MISSED", "TRUNCATED, 0.32, MET", "TRUNCATED, 0.33, MISSED"})
    void criteria(Rule rule, double loss, Verdict verdict) {
        assertThat(lru(rule, table1(rule, Map.of(0.002, List.of(loss, 0.1)))).verdict()).isEqualTo(verdict);
    }

    @Test
    void divergedEverywhereIsMeasuredAndMissed() {
        Comparison online = lru(Rule.ONLINE, table1(Rule.ONLINE, Map.of(0.032, List.of(Double.NaN, Double.NaN))));
        assertThat(online.verdict()).isEqualTo(Verdict.MISSED);
    }

    @ParameterizedTest
    @CsvSource({"LRU_4, ONLINE, 8.44e-3", "RNN_4, BPTT, 1.07e-4", "GRU_1, SNAP1, 0.316", "GRU_4, SPATIAL, 0.655", "GRU_4, TRUNCATED, 0.649"})
    void publishedNumbersStandInTheirColumns(Architecture architecture, Rule rule, double published) {
        assertThat(Table1.published(architecture, rule)).isCloseTo(published, within(0.0));
    }

    @Test
    void claimsAreDecidedByTheNumbers() {
        Map<String, TreeMap<Long, Measurement>> all = new TreeMap<>();
        double loss = 0.1;
        for (Rule rule : List.of(Rule.BPTT, Rule.ONLINE, Rule.TRUNCATED, Rule.SPATIAL)) {
            all.putAll(table1(rule, Map.of(0.002, List.of(loss, 0.1))).byConfiguration());
            loss += 0.1;
        }
        Claim claim = named("zucchet2023-table1").findings(new Measurements(all)).claims().getFirst();
        assertThat(claim.verdict()).isEqualTo(Verdict.MET);
        all.putAll(table1(Rule.BPTT, Map.of(0.002, List.of(0.25, 0.1))).byConfiguration());
        assertThat(named("zucchet2023-table1").findings(new Measurements(all)).claims().getFirst().verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    void dataAreFoundInTheFolderOrInItsUsualSubfolder() throws IOException {
        assertThatThrownBy(() -> named("zucchet2023-table3").points(Scope.DEFAULT)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("found no folder of CIFAR-10");
        Scope scope = new Scope(true, OptionalInt.of(1), Optional.of(folder));
        assertThatThrownBy(() -> named("zucchet2023-table2").points(scope)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("found none of the public data sets in " + folder);
        Files.createDirectories(folder.resolve("cifar-10-batches-bin"));
        Files.createFile(folder.resolve("cifar-10-batches-bin").resolve("data_batch_1.bin"));
        Files.createFile(folder.resolve("basic_train.tsv"));
        // 5 rules and 4 settings; 4 rules and 4 settings of two tasks, of which ListOps is read from files.
        assertThat(named("zucchet2023-table3").points(scope)).hasSize(20);
        List<Point> table2 = named("zucchet2023-table2").points(scope);
        assertThat(table2).hasSize(32);
        assertThat(table2).anyMatch(point -> point.configuration().startsWith("ListOps from files, BPTT, learning rate 0.003"));
    }

    @Test
    void accuraciesAreFoundByTheirNames() {
        Point point = named("zucchet2023-table2").points(Scope.DEFAULT).getFirst();
        Measurement measured = Measurement.of(Map.of(Training.TEST_ACCURACY, 42.0, Training.BEST_VALIDATION_LOSS, 1.0));
        Findings findings = named("zucchet2023-table2").findings(new Measurements(Map.of(point.configuration(), new TreeMap<>(Map.of(1L, measured)))));
        assertThat(findings.comparisons()).anyMatch(comparison -> comparison.measured().mean() == 42 && comparison.published().orElseThrow() == 32.02);
    }
}
