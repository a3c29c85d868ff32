package columna.experiments.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import columna.experiments.explain.Signals;
import columna.experiments.numerics.PrecisionStudy;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.task.TaskData;
import columna.fixedpoint.kernel.RowKernels;
import columna.reference.learning.Score;
import columna.reference.task.Sequence;
import columna.sim.function.Cells;
import columna.sim.function.FunctionalChip;
import columna.sim.program.StepKind;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The decoder of a chip whose sequences have one label each. */
class RunningMeanTest {

    private static final List<Integer> ADDED_BITS = List.of(-2, 0, 2, 4);

    private final ExperimentSpec spec = ExperimentSpec.read("listops", Signals.names());

    private static double[] values(Cells cells) {
        double[] values = new double[cells.memory().columns()];
        for (int i = 0; i < values.length; i++) {
            values[i] = cells.memory().format().toDouble(cells.word(0, i, false));
        }
        return values;
    }

    /**
     * The sum is exact. The reciprocal of a count has an error of half a unit in its last place, 2^-24, and of the table's line, 2^-18 of it; the
     * product is rounded to half a unit, 2^-12. Sequences begin anew: a sum that went on would be off by whole words of the stream.
     */
    @Test
    void itIsTheMeanOfTheStreamSinceTheSequenceBegan() {
        ChipDesign design = ChipDesign.of(spec);
        FunctionalChip chip = new FunctionalChip(design.chip(), RowKernels.fastest());
        new ChipParameters(design.layout(), chip, spec.network().normEpsilon()).load(ReferenceNetwork.initial(spec));
        int decoder = design.chip().index("decoder");
        Cells stream = chip.cells(decoder, "decoder.stream");
        Cells mean = chip.cells(decoder, "decoder.mean");
        double[] sum = new double[mean.memory().columns()];
        int[] t = new int[1];
        ChipLearner learner = new ChipLearner(spec, chip, kind -> {
            if (kind.reset()) {
                java.util.Arrays.fill(sum, 0);
                t[0] = 0;
            }
            t[0]++;
            double[] now = values(stream);
            double[] found = values(mean);
            for (int h = 0; h < sum.length; h++) {
                sum[h] += now[h];
                double tolerance = Math.scalb(1.0, -12) + Math.abs(sum[h]) * (Math.scalb(1.0, -25) + Math.scalb(1.0, -18) / t[0]);
                assertThat(found[h]).as("time step %d, feature %d", t[0], h).isCloseTo(sum[h] / t[0], within(tolerance));
            }
        });
        List<Sequence> sequences = new TaskData(spec).training().limit(3).toList();
        sequences.forEach(learner::learn);
        learner.infer(sequences.getFirst());
        assertThat(t[0]).isEqualTo(sequences.getFirst().steps());
    }

    /** The label that a sequence is given is that of the greatest sum of log-probabilities, of the logits that left the chip. */
    @Test
    void theLabelIsTheMeanAnswers() {
        ExperimentSpec other = spec.with(Signals.names(), "task.test_sequences=40");
        ChipDesign design = ChipDesign.of(other);
        FunctionalChip chip = new FunctionalChip(design.chip(), RowKernels.fastest());
        new ChipParameters(design.layout(), chip, other.network().normEpsilon()).load(ReferenceNetwork.initial(other));
        Cells logits = chip.cells(design.chip().index("decoder"), "decoder.logits");
        List<double[]> answers = new ArrayList<>();
        List<StepKind> kinds = new ArrayList<>();
        ChipLearner learner = new ChipLearner(other, chip, kind -> {
            kinds.add(kind);
            answers.add(values(logits));
        });
        int right = 0;
        int told = 0;
        for (Sequence sequence : new TaskData(other).test()) {
            answers.clear();
            Score score = learner.infer(sequence);
            double[] sums = new double[10];
            double loss = 0;
            int label = (int) sequence.targets()[0][0];
            for (double[] answer : answers) {
                double total = 0;
                for (double logit : answer) {
                    total += Math.exp(logit);
                }
                for (int c = 0; c < 10; c++) {
                    sums[c] += answer[c] - Math.log(total);
                }
                loss -= (answer[label] - Math.log(total)) / answers.size();
            }
            int largest = 0;
            for (int c = 1; c < 10; c++) {
                largest = sums[c] > sums[largest] ? c : largest;
            }
            assertThat(score.scored()).isEqualTo(1);
            assertThat(score.correct()).isEqualTo(largest == label ? 1 : 0);
            // Double arithmetic in another order.
            assertThat(score.loss()).isCloseTo(loss, within(1e-12));
            right += largest == label ? 1 : 0;
            told++;
        }
        assertThat(told).isEqualTo(40);
        assertThat(right).as("some labels right and some wrong, so that both are seen").isBetween(1, 39);
        assertThat(kinds).noneMatch(StepKind::learning);
    }

    /** As for the copy task; a few hundred words leave a residual of 1.5 dB on a line through four points, so 1.5 / sqrt(20) twice over. */
    @Test
    void everyComparedSignalGainsSixDecibelsPerBit() {
        List<PrecisionStudy.Point> points = PrecisionStudy.run(spec, ADDED_BITS, 3);
        assertThat(points).hasSize(ADDED_BITS.size());
        TreeSet<String> signals = new TreeSet<>(points.getFirst().noise().keySet());
        assertThat(signals).contains("decoder.logits", "error.logits", "error.top", "lru.h", "lru.trace.B", "gradient of dec.W", "gradient of B");
        for (String signal : signals) {
            if (points.stream().allMatch(point -> Double.isFinite(point.noise().get(signal).decibels()))) {
                assertThat(PrecisionStudy.decibelsPerBit(points, signal)).as("%s: dB per bit", signal)
                        .isCloseTo(PrecisionStudy.DECIBELS_PER_BIT, within(0.7));
            }
        }
    }
}
