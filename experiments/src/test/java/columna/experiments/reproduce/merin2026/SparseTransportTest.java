package columna.experiments.reproduce.merin2026;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import columna.experiments.reproduce.Claim;
import columna.experiments.reproduce.Comparison;
import columna.experiments.reproduce.Course;
import columna.experiments.reproduce.Findings;
import columna.experiments.reproduce.Measurement;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Plot;
import columna.experiments.reproduce.Point;
import columna.experiments.reproduce.Scope;
import columna.experiments.reproduce.Verdict;
import columna.reference.dense.DenseSpec;
import columna.reference.dense.PathSelection;
import columna.reference.dense.adaptation.AdaptationSpec;
import columna.reference.dense.adaptation.Method;
import columna.reference.dense.task.Phases;
import columna.reference.dense.task.SineTask;
import columna.reference.online.OnlineUpdate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class SparseTransportTest {

    private static final SparseTransport REPRODUCTION = new SparseTransport();

    /** Interrupts at a report and keeps the state. */
    private static final class Interrupting implements Course {
        private final int at;
        private final byte[] left;
        private byte[] state;
        private int reports;
        private double share;

        Interrupting(int at, byte[] left) {
            this.at = at;
            this.left = left;
        }

        @Override
        public Optional<DataInputStream> resumed() {
            return Optional.ofNullable(left).map(bytes -> new DataInputStream(new ByteArrayInputStream(bytes)));
        }

        @Override
        public void reached(double now, State written) throws IOException {
            assertThat(now).isBetween(share, 1.0);
            share = now;
            reports++;
            if (reports == at) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                written.write(new DataOutputStream(bytes));
                state = bytes.toByteArray();
                throw new CancellationException();
            }
        }
    }

    private static AdaptationPoint small() {
        List<Method> methods = List.of(new Method.Full(), new Method.Sparse(PathSelection.RANDOM_ROWS, 4), new Method.Eligibility(),
                new Method.Frozen());
        AdaptationSpec spec = new AdaptationSpec(new DenseSpec(DenseSpec.Cell.TANH, 5, 1, 1), 0.3, OnlineUpdate.Adam.usual(1e-3), true,
                new Method.Full(), methods);
        return new AdaptationPoint(spec, new SineTask(20, 12, 5, new Phases(1500, 600))::draw, 1);
    }

    /** It reports after each 1,000 of 1,500 + 4 x 600 steps; here it is stopped at the first report and again at the next. */
    @Test
    void interruptedAndResumedEqualsUndisturbed() throws IOException {
        Measurement undisturbed = small().measure(Course.UNTOLD);
        byte[] state = null;
        for (int stop = 0; stop < 2; stop++) {
            Interrupting course = new Interrupting(1, state);
            assertThatThrownBy(() -> small().measure(course)).isInstanceOf(CancellationException.class);
            state = course.state;
        }
        Measurement resumed = small().measure(new Interrupting(0, state));
        assertThat(resumed.numbers()).isEqualTo(undisturbed.numbers());
        undisturbed.curves().forEach((name, curve) -> assertThat(resumed.curves().get(name).y()).as(name).isEqualTo(curve.y()));
    }

    /** By definition full RTRL recovers 100 % of both, the eligibility trace 0 % of R_0, the frozen network 0 % of R_frozen. */
    @Test
    void recoveriesHaveTheirFixedPoints() throws IOException {
        Map<String, Double> numbers = small().measure(Course.UNTOLD).numbers();
        assertThat(numbers.get("R_0 full RTRL")).isCloseTo(100, within(1e-9));
        assertThat(numbers.get("R_frozen full RTRL")).isCloseTo(100, within(1e-9));
        assertThat(numbers.get("R_0 k = 0 eligibility")).isZero();
        assertThat(numbers.get("R_frozen frozen")).isZero();
        assertThat(AdaptationPoint.recovery(10, 4, 2)).isCloseTo(75, within(1e-12));
    }

    @Test
    void pointsAreUniqueAndFollowTheScope() {
        for (Scope scope : List.of(Scope.DEFAULT, Scope.FULL)) {
            List<Point> points = REPRODUCTION.points(scope);
            assertThat(points.stream().map(p -> p.configuration() + p.seed())).doesNotHaveDuplicates();
            assertThat(points.stream().anyMatch(p -> p.configuration().equals(Setup.WIDE.configuration()))).isEqualTo(scope.full());
            assertThat(points.stream().anyMatch(p -> p.configuration().equals(Setup.WIDE_SHORT.configuration()))).isEqualTo(!scope.full());
        }
        assertThat(REPRODUCTION.points(new Scope(false, OptionalInt.of(2), Optional.empty(), List.of()))).allMatch(p -> p.seed() <= 2);
    }

    @Test
    void findsNothingInNothing() {
        Findings findings = REPRODUCTION.findings(new Measurements(Map.of()));
        assertThat(findings.comparisons()).isNotEmpty().allMatch(c -> c.verdict() == Verdict.MISSING);
        assertThat(findings.claims()).isEmpty();
        assertThat(findings.plots()).isEmpty();
    }

    /** Errors by method for three seeds, each ten times as large as the one before. */
    private static Measurements measured(Setup setup, Map<String, Double> errors) {
        TreeMap<Long, Measurement> seeds = new TreeMap<>();
        for (long seed = 1; seed <= 3; seed++) {
            double scale = Math.pow(10, seed);
            Map<String, Double> numbers = new HashMap<>();
            errors.forEach((method, error) -> numbers.put(Names.error(method), scale * error));
            numbers.put(Names.recovery(Tables.FOUR_PATHS), 80.0 + seed);
            seeds.put(seed, Measurement.of(numbers));
        }
        return new Measurements(Map.of(setup.configuration(), seeds));
    }

    private static Verdict verdict(Measurements measured, String beginning) {
        return REPRODUCTION.findings(measured).claims().stream().filter(c -> c.statement().startsWith(beginning)).map(Claim::verdict).findFirst()
                .orElse(Verdict.MISSING);
    }

    /** Full 0.5, one path 1: over 5 it brings 4 of 4.5; over 1.2 it brings 0.2 of 0.7; over 0.4 there is nothing to bring. */
    @Test
    void aStepIsClaimedAgainstEachMeaningOfZeroPaths() {
        for (double immediate : new double[] {1.2, 0.4}) {
            Map<String, Double> errors =
                    Map.of("full RTRL", 0.5, "k = 1 random", 1.0, "k = 0 eligibility", 5.0, "k = 0 immediate", immediate);
            Measurements measured = measured(Setup.SINE, errors);
            String step = "A step: k = 1 recovers at least half of what full RTRL gains over ";
            assertThat(verdict(measured, step + "k = 0 eligibility")).isEqualTo(Verdict.MET);
            assertThat(verdict(measured, step + "k = 0 immediate")).isEqualTo(Verdict.MISSED);
            assertThat(verdict(measured, "Recovery does not depend")).isEqualTo(Verdict.MISSING);
        }
    }

    /** The mean of 81, 82 and 83 is within 67 to 150; CV of (10, 100, 1000) is 545.6 / 370 whatever the scale. */
    @Test
    void recoveryAndVariationStandBesideTheAbstract() {
        Findings sine = REPRODUCTION.findings(measured(Setup.SINE, Map.of("full RTRL", 1.0)));
        Comparison recovery = sine.comparisons().getFirst();
        assertThat(recovery.published()).hasValue(84);
        assertThat(recovery.measured().mean()).isCloseTo(82, within(1e-12));
        assertThat(recovery.verdict()).isEqualTo(Verdict.MET);
        Measurements lorenz = measured(Setup.LORENZ, Map.of("full RTRL", 1.0));
        double deviation = Math.sqrt((360.0 * 360 + 270.0 * 270 + 630.0 * 630) / 2);
        assertThat(Tables.variation(lorenz, "full RTRL").mean()).isCloseTo(100 * deviation / 370, within(1e-9));
    }

    /** Ratios 1/2, 1/2, 1/2 are smaller; 1/2, 2 and 1 are alike. */
    @Test
    void pairsCompareSeedBySeed() {
        assertThat(pair(0.5, 0.51, 0.49).smaller()).isTrue();
        assertThat(pair(0.5, 0.51, 0.49).alike()).isFalse();
        assertThat(pair(0.5, 2, 1).alike()).isTrue();
        assertThat(pair(0.5, 2, 1).smaller()).isFalse();
        assertThat(pair(2, 2.1, 1.9).smaller()).isFalse();
        assertThat(pair(0.5).measured()).isFalse();
    }

    private static Paired pair(double... ratios) {
        TreeMap<Long, Measurement> seeds = new TreeMap<>();
        for (int i = 0; i < ratios.length; i++) {
            seeds.put(i + 1L, Measurement.of(Map.of("E a", ratios[i] * (i + 1), "E b", i + 1.0)));
        }
        return Paired.of(new Measurements(Map.of("x", seeds)), "x", "a", "b");
    }

    @Test
    void plotsAreDrawnFromWhatIsThere() throws IOException {
        TreeMap<Long, Measurement> seeds = new TreeMap<>();
        seeds.put(1L, small().measure(Course.UNTOLD));
        List<Plot> plots = REPRODUCTION.findings(new Measurements(Map.of(Setup.SINE.configuration(), seeds))).plots();
        assertThat(plots).extracting(Plot::id).containsExactly("errors-sine", "recovery-over-paths", "condition-numbers");
        assertThat(plots.getFirst().lines().getFirst().curve().x()).hasSize(30).endsWith(600);
    }
}
