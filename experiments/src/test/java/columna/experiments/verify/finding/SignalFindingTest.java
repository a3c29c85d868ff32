package columna.experiments.verify.finding;

import static columna.experiments.SmallExperiments.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import columna.experiments.chip.ChipDesign;
import columna.experiments.chip.ChipLearner;
import columna.experiments.chip.ChipParameters;
import columna.experiments.chip.ReferenceNetwork;
import columna.experiments.numerics.TimeStepErrors.Place;
import columna.experiments.run.Simulated;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.task.TaskData;
import columna.fixedpoint.Format;
import columna.fixedpoint.kernel.RowKernels;
import columna.reference.learning.Learner;
import columna.reference.learning.Observer;
import columna.reference.learning.Signal;
import columna.reference.network.Parameters;
import columna.reference.task.Sequence;
import columna.sim.function.Cells;
import columna.sim.function.FunctionalChip;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Errors, ratios and first time steps of a tiny chip against a computation of this test's own. */
class SignalFindingTest {

    private static final int UNITS = 3;

    private static ExperimentSpec tiny(String... settings) {
        String[] sizes = {"network.layers=1", "network.units=" + UNITS, "network.width=4", "chip.cores_per_layer=1", "learning.sequences=1",
            "numerics.sampled_sequences=1", "task.pad_steps=6"};
        String[] all = java.util.stream.Stream.concat(java.util.Arrays.stream(sizes), java.util.Arrays.stream(settings)).toArray(String[]::new);
        return small("copy-task", all);
    }

    /** The hidden states of the float network, by time step. */
    private static Map<Integer, double[][]> exact(ExperimentSpec spec, Parameters parameters, Sequence sequence) {
        Map<Integer, double[][]> states = new HashMap<>();
        new Learner(ReferenceNetwork.of(spec), parameters, ReferenceNetwork.rule(spec)).learn(sequence, new Observer() {
            @Override
            public void signal(At at, double[] re, double[] im) {
                if (at.signal() == Signal.HIDDEN) {
                    states.put(at.step(), new double[][] {re.clone(), im.clone()});
                }
            }
        });
        return states;
    }

    /**
     * Runs the one sequence again on a chip of its own, reads the hidden state after every time step without any probe, and holds it
     * against the float network at the chip's parameters.
     */
    private static double[] errors(ExperimentSpec spec, double[] signal) {
        ChipDesign design = ChipDesign.of(spec);
        FunctionalChip chip = new FunctionalChip(design.chip(), RowKernels.fastest());
        ChipParameters host = new ChipParameters(design.layout(), chip, spec.network().normEpsilon());
        host.load(ReferenceNetwork.initial(spec));
        Parameters parameters = Parameters.zeros(ReferenceNetwork.of(spec));
        host.read("", parameters);
        Sequence sequence = new TaskData(spec).training().iterator().next();
        Map<Integer, double[][]> exact = exact(spec, parameters, sequence);
        Cells cells = chip.cells(chip.chip().index("layer[0].recurrent[0]"), "lru.h");
        Format format = cells.memory().format();
        double[] errors = new double[sequence.steps()];
        int[] step = {0};
        new ChipLearner(spec, chip, kind -> {
            double squares = 0;
            for (int unit = 0; unit < UNITS; unit++) {
                for (int part = 0; part < 2; part++) {
                    double wanted = exact.get(step[0])[part][unit];
                    double error = format.toDouble(cells.word(0, unit, part == 1)) - wanted;
                    squares += error * error;
                    signal[0] += wanted * wanted / (2 * UNITS * sequence.steps());
                }
            }
            errors[step[0]++] = Math.sqrt(squares / (2 * UNITS));
        }).infer(sequence);
        signal[0] = Math.sqrt(signal[0]);
        return errors;
    }

    private static SignalFinding finding(ExperimentSpec spec) {
        return Findings.of(Simulated.thisWidth(spec)).signals().stream().filter(signal -> signal.name().equals("lru.h")).findFirst().orElseThrow();
    }

    @Test
    void errorRatioAndFirstTimeStepAreThoseOfACountByHand() {
        ExperimentSpec spec = tiny("formats.lru.h=fixed<8,4>");
        double[] signal = {0};
        double[] errors = errors(spec, signal);
        // A tolerance between the errors of two time steps, so that the first time step beyond it is neither the first nor none.
        double tolerance = errors[3];
        int first = -1;
        int beyond = 0;
        for (int t = errors.length - 1; t >= 0; t--) {
            if (errors[t] > tolerance * 1.000001) {
                first = t;
                beyond++;
            }
        }
        assertThat(beyond).as("the case is a case").isBetween(1, errors.length - 2);
        double decibels = 20 * Math.log10(signal[0] / (tolerance * 1.000001));
        SignalFinding found = finding(tiny("formats.lru.h=fixed<8,4>", "verify.signal_to_noise.lru.h=" + decibels, "verify.time_steps_beyond=0"));
        assertThat(found.required()).isEqualTo(decibels);
        assertThat(found.tolerance()).isCloseTo(tolerance, within(tolerance * 1e-5));
        assertThat(found.firstBeyond()).contains(new Place(0, first));
        assertThat(found.shareBeyond()).isEqualTo((double) beyond / errors.length);
        assertThat(found.passed()).isFalse();
        double largest = java.util.Arrays.stream(errors).max().orElseThrow();
        assertThat(found.reached()).isCloseTo(20 * Math.log10(signal[0] / largest), within(1e-4));
        assertThat(found.check().sentence()).contains("first time step " + first + " of sequence 0", "at least " + String.format(java.util.Locale.ROOT, "%.1f dB", decibels));
        SignalFinding allowed = finding(tiny("formats.lru.h=fixed<8,4>", "verify.signal_to_noise.lru.h=" + decibels,
                "verify.time_steps_beyond=" + (beyond + 0.5) / errors.length));
        assertThat(allowed.passed()).as("so many time steps may be beyond").isTrue();
        SignalFinding oneLess = finding(tiny("formats.lru.h=fixed<8,4>", "verify.signal_to_noise.lru.h=" + decibels,
                "verify.time_steps_beyond=" + (beyond - 0.5) / errors.length));
        assertThat(oneLess.passed()).isFalse();
    }

    /** 6.02 dB for each bit from 16 bits on, which leave two; and never less than two bits, worked out by hand. */
    @Test
    void whatFormatsShouldReach() {
        assertThat(RequiredRatio.ofWidth(25)).isCloseTo(66.23, within(0.01));
        assertThat(RequiredRatio.ofWidth(17)).isCloseTo(18.06, within(0.01));
        for (int bits : new int[] {2, 8, 15, 16}) {
            assertThat(RequiredRatio.ofWidth(bits)).isCloseTo(12.04, within(0.01));
        }
        SignalFinding wide = finding(small("copy-task-wide", "numerics.sampled_sequences=1"));
        assertThat(wide.required()).as("the narrowest compared word of copy-task-wide has 25 bits").isEqualTo(RequiredRatio.ofWidth(25));
        SignalFinding narrowed = finding(small("copy-task-wide", "numerics.sampled_sequences=1", "formats.glu.gate=fixed<17,2>"));
        assertThat(narrowed.required()).as("another signal's 17 bits bound what this one can reach").isEqualTo(RequiredRatio.ofWidth(17));
        assertThat(narrowed.firstBeyond()).isEqualTo(Optional.empty());
    }
}
