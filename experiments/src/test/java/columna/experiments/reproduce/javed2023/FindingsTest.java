package columna.experiments.reproduce.javed2023;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.reproduce.Comparison;
import columna.experiments.reproduce.Findings;
import columna.experiments.reproduce.Measurement;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Point;
import columna.experiments.reproduce.Reproduction;
import columna.experiments.reproduce.Scope;
import columna.experiments.reproduce.Verdict;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The points of both reproductions, and what is made of invented measurements. */
class FindingsTest {

    private static final Reproduction CURVES = new TracePatterningCurves();
    private static final Reproduction INTERVALS = new IntervalStudy();

    private static Measurement ending(double error) {
        double[] x = {100_000, 10_000_000};
        return Measurement.of(Map.of("error at 1M", error, "error at 2M", error, "error at 5M", error, "error at 10M", error),
                Map.of("error", new Measurement.Curve(x, new double[] {0.02, error})));
    }

    /** Two seeds of each setting of the calibration. */
    private static Measurements curves(double ccn, double constructive, double truncated, double columnar) {
        Map<String, TreeMap<Long, Measurement>> all = new HashMap<>();
        for (Point point : CURVES.points(new Scope(false, OptionalInt.of(2), Optional.empty(), List.of()))) {
            String name = point.configuration();
            double error = name.startsWith("CCN") ? ccn : name.startsWith("constructive") ? constructive : name.startsWith("T-BPTT") ? truncated : columnar;
            double atRate = name.contains("alpha 1e-3") ? 2 * error : error;
            all.computeIfAbsent(name, key -> new TreeMap<>()).put(point.seed(), ending(atRate));
        }
        return new Measurements(all);
    }

    private static List<Verdict> claims(Findings findings) {
        return findings.claims().stream().map(claim -> claim.verdict()).toList();
    }

    @Test
    void theOrderingIsJudgedAtTheBestRate() {
        assertThat(claims(CURVES.findings(curves(.0026, .0046, .0051, .0064))))
                .containsExactly(Verdict.MET, Verdict.MET, Verdict.MET, Verdict.MET);
        assertThat(claims(CURVES.findings(curves(.0047, .0046, .0051, .0064))))
                .containsExactly(Verdict.MISSED, Verdict.MET, Verdict.MET, Verdict.MET);
        assertThat(claims(CURVES.findings(curves(.0026, .0052, .0051, .0030))))
                .as("30 % for two seeds each: .0051 is more than 1.3 times .0030").containsExactly(Verdict.MET, Verdict.MISSED, Verdict.MISSED, Verdict.MET);
        assertThat(claims(CURVES.findings(curves(.0060, .0052, Double.NaN, .0030)))).as("T-BPTT diverged, so that nothing is known of its best rate")
                .containsExactly(Verdict.MISSED, Verdict.MISSING, Verdict.MISSING, Verdict.MISSING);
    }

    /** Another rate of the constructive network, measured under seed 2 only, where all is easier: seed 1 decides nothing, and seed 2 for all. */
    @Test
    void settingsAreComparedUnderTheSameSeeds() {
        Map<String, TreeMap<Long, Measurement>> all = new HashMap<>(curves(.0026, .0046, .0051, .0064).byConfiguration());
        all.values().forEach(seeds -> seeds.put(2L, ending(.0010)));
        String constructive = all.keySet().stream().filter(name -> name.startsWith("constructive") && name.contains("alpha 1e-3")).findFirst().orElseThrow();
        all.put(constructive, new TreeMap<>(Map.of(2L, ending(.0012))));
        Findings findings = CURVES.findings(new Measurements(all));
        assertThat(claims(findings)).containsExactly(Verdict.MISSED, Verdict.MISSED, Verdict.MET, Verdict.MISSED);
        assertThat(findings.claims().getFirst().evidence()).contains("0.0010 (1 seed)");
    }

    /** For two seeds 30 % become 30 % times the square root of 1.5, 36.7 %: .0026 of CCN goes from .00165 to .00355. */
    @Test
    void errorsAreComparedWithTheCalibration() {
        Comparison met = ofCcn(CURVES.findings(curves(.0035, .0046, .0051, .0064)));
        assertThat(met.published()).hasValue(.0026);
        assertThat(met.measured().size()).isEqualTo(2);
        assertThat(met.verdict()).isEqualTo(Verdict.MET);
        assertThat(ofCcn(CURVES.findings(curves(.0036, .0046, .0051, .0064))).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(ofCcn(CURVES.findings(curves(.0016, .0046, .0051, .0064))).verdict()).isEqualTo(Verdict.MISSED);
    }

    private static Comparison ofCcn(Findings findings) {
        return findings.comparisons().stream().filter(comparison -> comparison.group().contains("10M")
                && comparison.quantity().startsWith("CCN") && comparison.quantity().contains("3e-4")).findFirst().orElseThrow();
    }

    @Test
    void missingPointsAreSaidToBeMissing() {
        for (Reproduction reproduction : List.of(CURVES, INTERVALS)) {
            Findings findings = reproduction.findings(new Measurements(Map.of()));
            assertThat(findings.comparisons()).isNotEmpty().allSatisfy(c -> assertThat(c.verdict()).isEqualTo(Verdict.MISSING));
            assertThat(claims(findings)).isNotEmpty().containsOnly(Verdict.MISSING);
        }
    }

    @Test
    void ccnIsComparedWithTheBaselineAtEveryInterval() {
        Map<String, TreeMap<Long, Measurement>> all = new HashMap<>();
        for (Point point : INTERVALS.points(Scope.DEFAULT)) {
            boolean better = point.configuration().startsWith("CCN") != point.configuration().endsWith("80");
            all.computeIfAbsent(point.configuration(), key -> new TreeMap<>()).put(point.seed(), ending(better ? .003 : .006));
        }
        Findings findings = INTERVALS.findings(new Measurements(all));
        assertThat(claims(findings)).containsExactly(Verdict.MET, Verdict.MET, Verdict.MET, Verdict.MET, Verdict.MET, Verdict.MET, Verdict.MISSED);
        assertThat(findings.plots().getFirst().lines()).hasSize(3).allSatisfy(line -> assertThat(line.curve().x()).hasSize(7));
    }

    /** Both default sizes within ten minutes on two cores; the full one has three times 18 column settings, 32 of T-BPTT, 8 and predicting 0. */
    @Test
    void pointsAreDistinctAndTheDefaultIsShort() {
        for (Reproduction reproduction : List.of(CURVES, INTERVALS)) {
            double seconds = reproduction.points(Scope.DEFAULT).stream().mapToDouble(Point::coreSeconds).sum();
            assertThat(seconds / 2).as(reproduction.name()).isBetween(120.0, 660.0);
            for (Scope scope : List.of(Scope.DEFAULT, Scope.FULL)) {
                Set<String> names = new HashSet<>();
                assertThat(reproduction.points(scope)).allSatisfy(point -> assertThat(names.add(point.configuration() + point.seed())).isTrue());
            }
        }
        assertThat(CURVES.points(Scope.FULL)).hasSize(30 * (3 * 18 + 32 + 8 + 1));
        assertThat(INTERVALS.points(Scope.FULL)).hasSize(30 * 7 * 2);
    }
}
