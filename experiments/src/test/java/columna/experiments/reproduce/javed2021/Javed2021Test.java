package columna.experiments.reproduce.javed2021;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.reproduce.Comparison;
import columna.experiments.reproduce.Course;
import columna.experiments.reproduce.Findings;
import columna.experiments.reproduce.Measurement;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Point;
import columna.experiments.reproduce.Reproduction;
import columna.experiments.reproduce.Scope;
import columna.experiments.reproduce.Verdict;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every figure, and that its verdicts can be met, missed and left open. */
class Javed2021Test {

    static List<Reproduction> reproductions() {
        return Javed2021.reproductions();
    }

    private static Reproduction figure(int number) {
        return reproductions().stream().filter(r -> r.name().equals("javed2021-figure" + number)).findFirst().orElseThrow();
    }

    @Test
    void sixFiguresOfTheirOwnNames() {
        assertThat(reproductions()).extracting(Reproduction::name).containsExactly("javed2021-figure3", "javed2021-figure4", "javed2021-figure5",
                "javed2021-figure6", "javed2021-figure7", "javed2021-figure8");
    }

    @ParameterizedTest
    @MethodSource("reproductions")
    void pointsAreUniqueAndTheFullSizeIsThePapers(Reproduction figure) {
        List<Point> full = figure.points(Scope.FULL);
        assertThat(new HashSet<>(full.stream().map(point -> point.configuration() + point.seed()).toList())).hasSameSizeAs(full);
        assertThat(full.stream().mapToLong(Point::seed).max()).hasValue(100);
        double configurations = full.stream().map(Point::configuration).distinct().count();
        assertThat(full).hasSize((int) (100 * configurations));
        assertThat(figure.points(Scope.DEFAULT).size()).isLessThanOrEqualTo(full.size());
    }

    @ParameterizedTest
    @MethodSource("reproductions")
    void nothingMeasuredIsNothingFound(Reproduction figure) {
        Findings findings = figure.findings(new Measurements(Map.of()));
        assertThat(findings.comparisons()).isNotEmpty().extracting(Comparison::verdict).containsOnly(Verdict.MISSING);
        assertThat(findings.claims()).allMatch(claim -> claim.verdict() == Verdict.MISSING);
    }

    /** Each figure's cheapest point, twice; a findings' table then holds it. */
    @ParameterizedTest
    @MethodSource("reproductions")
    void aPointIsMeasuredToTheSameBits(Reproduction figure) throws IOException {
        Point point = figure.points(Scope.DEFAULT).getFirst();
        Measurement measured = point.measuring().measure(Course.UNTOLD);
        assertThat(point.measuring().measure(Course.UNTOLD).numbers()).isEqualTo(measured.numbers());
        assertThat(measured.numbers().values()).allMatch(Double::isFinite);
        Measurements one = new Measurements(Map.of(point.configuration(), new TreeMap<>(Map.of(1L, measured))));
        assertThat(figure.findings(one).comparisons()).anyMatch(comparison -> comparison.verdict() != Verdict.MISSING);
    }

    /** Two seeds around the printed alignments of figure 3, moved by some percentage points, nothing else measured. */
    private static Findings figure3(double shift) {
        Map<String, TreeMap<Long, Measurement>> all = new HashMap<>();
        Figure3.ALIGNMENT.columns().forEach((estimate, column) -> column.forEach((percent, printed) -> {
            TreeMap<Long, Measurement> seeds = all.computeIfAbsent(Network.RECURRENT.at(percent).configuration(), c -> new TreeMap<>());
            for (long seed = 1; seed <= 2; seed++) {
                double value = printed.value() + (estimate.equals("Master-User") ? shift : 0) + 0.02 * (seed - 1.5);
                Map<String, Double> numbers = new TreeMap<>(seeds.containsKey(seed) ? seeds.get(seed).numbers() : Map.of());
                numbers.put(estimate + ", alignment", value);
                seeds.put(seed, Measurement.of(numbers));
            }
        }));
        return figure(3).findings(new Measurements(all));
    }

    private static List<Verdict> verdicts(Findings findings, String quantity) {
        return findings.comparisons().stream().filter(c -> c.group().equals("Alignment, eq. 10, PyTorch initialisation"))
                .filter(c -> c.quantity().startsWith(quantity)).map(Comparison::verdict).distinct().toList();
    }

    @Test
    void thePrintedNumbersMeetTheCriteriaAndOthersDoNot() {
        assertThat(verdicts(figure3(0), "Master-User")).containsExactly(Verdict.MET);
        assertThat(verdicts(figure3(0), "T-BPTT 20 chunked")).containsExactly(Verdict.MET);
        assertThat(verdicts(figure3(0), "T-BPTT 3 chunked")).containsExactly(Verdict.MISSING);
        assertThat(verdicts(figure3(3), "Master-User")).containsExactly(Verdict.MISSED);
        assertThat(verdicts(figure3(3), "T-BPTT 20 chunked")).containsExactly(Verdict.MET);
    }

    private static Verdict claim(Findings findings, String beginning) {
        return findings.claims().stream().filter(claim -> claim.statement().startsWith(beginning)).findFirst().orElseThrow().verdict();
    }

    @Test
    void claimsCanFail() {
        assertThat(claim(figure3(0), "(ii) T-BPTT 40 chunked")).isEqualTo(Verdict.MET);
        assertThat(claim(figure3(-20), "(ii) T-BPTT 40 chunked")).isEqualTo(Verdict.MISSED);
        assertThat(claim(figure3(-20), "(ii) T-BPTT 40 sliding")).isEqualTo(Verdict.MISSED);
        assertThat(claim(figure3(0), "(i)")).as("its error was not measured").isEqualTo(Verdict.MISSING);
    }
}
