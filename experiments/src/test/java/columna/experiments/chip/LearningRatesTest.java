package columna.experiments.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import columna.experiments.SmallExperiments;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.task.TaskData;
import columna.fixedpoint.Format;
import columna.fixedpoint.kernel.RowKernels;
import columna.sim.function.FunctionalChip;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rates that reach the chip: schedule, mean over targets and sequences, Adam's bias corrections, factor of the recurrence. */
class LearningRatesTest {

    private static final int PATTERN = 3;
    private static final int BITS = 2;

    /** Ten updates, the first four of them warm-up. Expected by hand: rate (k+1)/4, then (rate-min)/2 (1+cos) + min. */
    @Test
    void warmUpAndCosineReachTheChipsRateWords() {
        ExperimentSpec spec = SmallExperiments.small("copy-task-wide",
                "learning.sequences=20", "learning.update.count=2", "learning.optimiser.rate=0.24",
                "learning.schedule.name=warmup-cosine", "learning.schedule.warmup_updates=4",
                "learning.schedule.minimum_rate=0.06");
        ChipDesign design = ChipDesign.of(spec);
        FunctionalChip chip = new FunctionalChip(design.chip(), RowKernels.plain());
        new ChipParameters(design.layout(), chip, spec.network().normEpsilon()).load(ReferenceNetwork.initial(spec));
        Format format = spec.formats().formatOf("rate");
        List<Double> rates = new ArrayList<>();
        List<Double> recurrent = new ArrayList<>();
        ChipLearner learner = new ChipLearner(spec, chip, kind -> {
            if (kind.update()) {
                int core = chip.chip().index("layer[1].recurrent[1]");
                rates.add(format.toDouble(chip.cells(core, "rate").word(0, 0, false)));
                recurrent.add(format.toDouble(chip.cells(core, "rate.recurrent").word(0, 0, false)));
                assertThat(chip.cells(0, "rate").word(0, 0, false)).isEqualTo(chip.cells(core, "rate").word(0, 0, false));
            }
        });
        new TaskData(spec).training().limit(20).forEach(learner::learn);
        assertThat(learner.updates()).isEqualTo(10);
        assertThat(rates).hasSize(10);
        double mean = PATTERN * BITS * 2; // outputs and sequences that the chip adds up and the reference averages
        for (int k = 0; k < 10; k++) {
            double rate = k < 4 ? 0.24 * (k + 1) / 4 : 0.09 * (1 + Math.cos(Math.PI * (k - 4) / 6)) + 0.06;
            assertThat(rates.get(k)).as("update %d", k).isCloseTo(rate / mean, within(format.resolution() / 2));
            assertThat(recurrent.get(k)).as("update %d", k).isCloseTo(rate / mean / 2, within(format.resolution() / 2));
        }
        assertThat(rates.get(3)).isGreaterThan(rates.get(0)).isGreaterThan(rates.get(9));
    }

    /** Kingma and Ba 2015, end of section 2: alpha_t = alpha sqrt(1 - beta2^t) / (1 - beta1^t); the mean cancels. */
    @Test
    void adamsBiasCorrectionsAreInTheRate() {
        LearningRates rates = new LearningRates(SmallExperiments.small("copy-task",
                "learning.optimiser.rate=0.004", "learning.optimiser.beta1=1-2^-3", "learning.optimiser.beta2=1-2^-10",
                "learning.schedule.name=constant"));
        for (int t : new int[] {1, 2, 10, 1000}) {
            double expected = 0.004 * Math.sqrt(1 - Math.pow(1023 / 1024.0, t)) / (1 - Math.pow(0.875, t));
            assertThat(rates.ofChip(t - 1)).isCloseTo(expected, within(expected * 1e-12));
            assertThat(rates.ofChipRecurrent(t - 1)).isCloseTo(expected / 2, within(expected * 1e-12));
        }
    }

    @Test
    void updatesOfARunAreCountedInSequencesOrTargets() {
        assertThat(LearningRates.updates(SmallExperiments.small("copy-task-wide", "learning.update.count=6"))).isEqualTo(6);
        assertThat(LearningRates.updates(SmallExperiments.small("copy-task-wide", "learning.update.every=time-step")))
                .isEqualTo(40 * PATTERN);
    }
}
