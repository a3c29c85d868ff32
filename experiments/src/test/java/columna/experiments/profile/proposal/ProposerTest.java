package columna.experiments.profile.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.experiments.SmallExperiments;
import columna.experiments.explain.Signals;
import columna.experiments.profile.Silent;
import columna.experiments.profile.formats.ChipFormats;
import columna.experiments.profile.observation.Observation;
import columna.experiments.profile.observation.ReferenceTraining;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.yaml.BadInput;
import columna.fixedpoint.Format;
import columna.sim.accounting.Inventory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proposals of a tiny chip: they can be built, keep their budgets, and grow with them. */
class ProposerTest {

    private static final ExperimentSpec SPEC = SmallExperiments.small("copy-task", "learning.sequences=30");
    private static final Observation SEEN = ReferenceTraining.observe(SPEC, 9, Silent.PROGRESS, () -> false);

    private static Proposer proposer(Period period) {
        return new Proposer(SPEC, SEEN, RangeRule.DEFAULT, period);
    }

    private static long bitsBuilt(Proposal proposal) {
        Inventory inventory = Inventory.of(proposal.design().chip());
        return inventory.learningBits() + inventory.inferenceBits();
    }

    @ParameterizedTest
    @EnumSource
    void moreDecibelsNeverMeanFewerBits(Period period) {
        Proposer proposer = proposer(period);
        Proposal before = proposer.forNoise(3);
        for (double decibels = 6; decibels <= 60; decibels += 3) {
            Proposal now = proposer.forNoise(decibels);
            assertThat(now.memoryBits()).as("%s dB", decibels).isEqualTo(bitsBuilt(now)).isGreaterThanOrEqualTo(before.memoryBits());
            for (SignalProposal signal : now.signals().values()) {
                if (!signal.narrowed()) {
                    Format narrower = before.signals().get(signal.observation().name()).format();
                    assertThat(signal.format().width()).as(signal.observation().name()).isGreaterThanOrEqualTo(narrower.width());
                }
            }
            before = now;
        }
    }

    @Test
    void everySignalKeepsTheRatioUnlessTheDatapathForbidsIt() {
        Proposal proposal = proposer(Period.QUIETEST).forNoise(30);
        assertThat(proposal.signals().values()).allSatisfy(signal -> {
            if (!signal.narrowed() && signal.format().width() < ChipFormats.widest(signal.format())) {
                assertThat(signal.decibels()).as(signal.observation().name()).matches(db -> Double.isNaN(db) || db >= 30 - 1e-9);
            }
            assertThat(signal.format().quantization()).isEqualTo(signal.current().quantization());
            assertThat(signal.format().overflow()).isEqualTo(signal.current().overflow());
            assertThat(signal.saturating(signal.format())).as(signal.observation().name()).isLessThanOrEqualTo(RangeRule.DEFAULT.saturatingShare());
        });
    }

    @Test
    void aMemoryBudgetIsKeptAndLessMemoryNeverWidensASignal() {
        Proposer proposer = proposer(Period.QUIETEST);
        Proposal before = proposer.forMemory(Long.MAX_VALUE);
        long most = before.memoryBits();
        List<ChipFormats> ends = proposer.designs(2);
        long least = proposer.of(ends.getLast()).memoryBits();
        assertThat(proposer.of(ends.getFirst()).memoryBits()).isEqualTo(most);
        assertThat(least).isLessThan(most / 2);
        for (int percent = 95; percent >= 0; percent -= 5) {
            long budget = least + (most - least) * percent / 100;
            Proposal now = proposer.forMemory(budget);
            assertThat(now.memoryBits()).isEqualTo(bitsBuilt(now)).isLessThanOrEqualTo(budget);
            // Not wasted: one more bit of the largest signal would go beyond it.
            long largest = SEEN.signals().values().stream().mapToLong(signal -> signal.words()).max().orElseThrow();
            assertThat(now.memoryBits()).isGreaterThan(budget - 2 * largest);
            for (SignalProposal signal : now.signals().values()) {
                assertThat(signal.format().width()).isLessThanOrEqualTo(before.signals().get(signal.observation().name()).format().width());
            }
            before = now;
        }
    }

    @Test
    void anImpossibleMemoryBudgetIsOneSentence() {
        assertThatThrownBy(() -> proposer(Period.WHOLE).forMemory(100)).isInstanceOfSatisfying(BadInput.class, bad ->
                assertThat(bad.sentences()).singleElement().asString().startsWith("--memory-budget 100: ").contains("allowed: at least "));
    }

    @Test
    void theProposalReadsBack() {
        ExperimentSpec proposed = proposer(Period.QUIETEST).forNoise(25).spec();
        assertThat(ExperimentSpec.parse("written", "# a comment\n" + proposed.toYaml(), Signals.names(), List.of())).isEqualTo(proposed);
        assertThat(proposed).isNotEqualTo(SPEC);
        assertThat(proposed.formats().formatOf("decoder.logits")).isEqualTo(proposed.formats().formatOf("decoder.peak"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"copy-task-wide", "copy-task-long", "copy-task-full"})
    void everyShippedChipGetsAProposalThatBuilds(String name) {
        ExperimentSpec spec = SmallExperiments.small(name, "learning.sequences=4");
        Observation seen = ReferenceTraining.observe(spec, 2, Silent.PROGRESS, () -> false);
        for (double decibels : new double[] {10, 40, 120}) {
            Proposal proposal = new Proposer(spec, seen, RangeRule.DEFAULT, Period.QUIETEST).forNoise(decibels);
            assertThat(bitsBuilt(proposal)).isEqualTo(proposal.memoryBits());
        }
    }
}
