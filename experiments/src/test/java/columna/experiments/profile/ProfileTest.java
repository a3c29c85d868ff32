package columna.experiments.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import columna.experiments.SmallExperiments;
import columna.experiments.explain.Signals;
import columna.experiments.profile.ProfileRequest.Around;
import columna.experiments.profile.measurement.Measurement;
import columna.experiments.profile.measurement.SimulatedChip;
import columna.experiments.profile.proposal.Budget;
import columna.experiments.profile.proposal.Period;
import columna.experiments.profile.proposal.RangeRule;
import columna.experiments.profile.report.ProfileReport;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.yaml.BadInput;
import columna.reports.Report;
import columna.reports.page.ReportWriter;
import columna.reports.output.MemoryOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whole profiles of a tiny chip. */
class ProfileTest {

    private static final ExperimentSpec SPEC = SmallExperiments.small("copy-task", "learning.sequences=16", "numerics.sampled_sequences=4");

    private static ProfileRequest request(Budget budget, int seeds, int threads, String... signals) {
        return new ProfileRequest(SPEC, budget, RangeRule.DEFAULT, Period.QUIETEST, 6, seeds, threads,
                signals.length == 0 ? Optional.empty() : Optional.of(Around.PROPOSAL), List.of(signals));
    }

    private static ProfileResult profile(ProfileRequest request) {
        return Profile.of(request, new SimulatedChip(), Silent.PROGRESS, () -> false);
    }

    private static MemoryOutput written(ProfileResult result) throws IOException {
        MemoryOutput output = new MemoryOutput();
        Report report = new ProfileReport(result).report();
        ReportWriter.write(report, output);
        return output;
    }

    @Test
    void theSameNumbersForAnyNumberOfThreads() throws IOException {
        Budget budget = new Budget.Loss(0.05, Budget.Against.CHIP);
        MemoryOutput one = written(profile(request(budget, 2, 1, "lru.trace", "rate")));
        MemoryOutput three = written(profile(request(budget, 2, 3, "lru.trace", "rate")));
        for (String file : List.of("summary.json", "data/signals.csv", "data/sensitivities.csv", "data/search-runs.csv", "data/octaves.csv", "data/histograms.csv")) {
            assertThat(three.text(file)).as(file).isEqualTo(one.text(file));
        }
    }

    @Test
    void whatWasPredictedIsWhatRan() {
        ProfileResult result = profile(request(new Budget.Noise(30), 1, 1, "lru.trace.B"));
        assertThat(result.complete()).isTrue();
        assertThat(result.proposalRun().orElseThrow().memoryBits()).isEqualTo(result.proposal().memoryBits());
        // The same prices and counts, added up in another order.
        double energy = result.predictedPicojoules().orElseThrow();
        assertThat(result.proposalRun().orElseThrow().picojoules()).isCloseTo(energy, within(1e-9 * energy));
        assertThat(result.sensitivities()).singleElement().satisfies(one -> {
            assertThat(one.less().orElseThrow().memoryBits()).isEqualTo(result.proposal().memoryBits() - one.words());
            assertThat(one.more().orElseThrow().memoryBits()).isEqualTo(result.proposal().memoryBits() + one.words());
            assertThat(one.less().orElseThrow().picojoules()).isLessThan(one.more().orElseThrow().picojoules());
            // Complex words of two layers of seven units by six inputs.
            assertThat(one.words()).isEqualTo(2 * 2 * 7 * 6);
        });
        assertThat(ExperimentSpec.parse("written", new ProfileReport(result).experimentFile(), Signals.names(), List.of())).isEqualTo(result.proposal().spec());
    }

    @Test
    void anInterruptedProfileReportsWhatItHas() throws IOException {
        int[] asked = new int[1];
        ProfileResult result = Profile.of(request(new Budget.Noise(30), 1, 1), new SimulatedChip(), Silent.PROGRESS, () -> ++asked[0] > 12);
        assertThat(result.complete()).isFalse();
        assertThat(new ProfileReport(result).verdict().sentence()).startsWith("Interrupted, so this is partial.");
        assertThat(written(result).text("index.html")).contains("Interrupted, so this is partial.");
    }

    @Test
    void budgetsThatMakeNoSenseAreOneSentence() {
        refused(new Budget.Noise(-1), "--noise-budget -1.0: allowed: decibels above 0");
        refused(new Budget.Noise(Double.NaN), "--noise-budget NaN");
        refused(new Budget.Loss(-0.1, Budget.Against.CHIP), "--loss-budget -0.1: allowed: a fraction from 0");
        refused(new Budget.Memory(0), "--memory-budget 0: allowed: bits from 1");
        assertThatThrownBy(() -> profile(request(new Budget.Noise(20), 1, 1, "lru.trase"))).isInstanceOf(BadInput.class)
                .hasMessageContaining("--signals lru.trase: found no signal or group of this chip");
    }

    private static void refused(Budget budget, String sentence) {
        assertThatThrownBy(() -> request(budget, 1, 1)).isInstanceOfSatisfying(BadInput.class,
                bad -> assertThat(bad.sentences()).singleElement().asString().startsWith(sentence));
    }

    /** A loss below the best that the widest chip reaches cannot be kept: the reference has half of it here by decree. */
    @Test
    void anImpossibleLossBudgetSaysWhatIsPossible() {
        SimulatedChip chip = new SimulatedChip();
        ProfileRequest request = request(new Budget.Loss(0, Budget.Against.REFERENCE), 1, 1);
        assertThatThrownBy(() -> Profile.of(request, (spec, progress, stop) -> {
            Measurement real = chip.measure(spec, progress, stop);
            return new Measurement(real.loss(), real.accuracy(), real.loss() / 2, real.memoryBits(), real.picojoules(),
                    real.activity(), real.technology(), real.noise(), real.complete());
        }, Silent.PROGRESS, () -> false)).isInstanceOfSatisfying(BadInput.class, bad -> assertThat(bad.sentences()).singleElement().asString()
                .startsWith("--loss-budget 0.0: found a loss of ").contains("allowed: at least ").endsWith(" against the reference"));
    }
}
