package columna.experiments.profile.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import columna.experiments.SmallExperiments;
import columna.experiments.chip.ChipDesign;
import columna.experiments.chip.ChipLearner;
import columna.experiments.chip.ChipParameters;
import columna.experiments.chip.ReferenceNetwork;
import columna.experiments.numerics.NoiseSum;
import columna.experiments.numerics.NumericsStudy;
import columna.experiments.profile.Silent;
import columna.experiments.profile.formats.ChipFormats;
import columna.experiments.profile.observation.Observation;
import columna.experiments.profile.observation.ReferenceTraining;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.task.TaskData;
import columna.fixedpoint.Format;
import columna.fixedpoint.Quantization;
import columna.fixedpoint.kernel.RowKernels;
import columna.reference.task.Sequence;
import columna.sim.function.FunctionalChip;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On a chip that is wide but for one signal, that signal's noise is its own rounding: what was proposed for D dB reaches D on the chip, and
 * the noise is that of the model.
 */
class RoundingLawTest {

    private static final double DECIBELS = 35;
    /**
     * Two thousand words and more give a mean square error to 5 % (0.2 dB); that errors of words with few distinct values are not quite uniform
     * took up to 0.7 dB when this was written.
     */
    private static final double MARGIN_DECIBELS = 1.5;

    private static final ExperimentSpec SPEC =
            SmallExperiments.small("copy-task-wide", "learning.sequences=60", "learning.optimiser.rate=0", "network.norm_epsilon=0.3");
    private static final Observation SEEN = ReferenceTraining.observe(SPEC, 60, Silent.PROGRESS, () -> false);
    private static final Proposal PROPOSAL = new Proposer(SPEC, SEEN, new RangeRule(1, 0), Period.WHOLE).forNoise(DECIBELS);

    @ParameterizedTest
    @ValueSource(strings = {"encoder.stream", "norm.z", "lru.u", "mix.y", "glu.a", "glu.p", "glu.q", "glu.gate", "decoder.logits", "error.logits", "error.p",
        "error.y", "lru.error.h", "error.z"})
    void theRatioIsReached(String signal) {
        assertThat(measured(signal, PROPOSAL.signals().get(signal).format()).decibels()).isGreaterThan(DECIBELS - MARGIN_DECIBELS);
    }

    /** Held against the signal's own power, so that its rounding is far above what tables add; encoder.stream has too few distinct values. */
    @ParameterizedTest
    @ValueSource(strings = {"norm.z", "lru.u", "mix.y", "glu.a", "glu.p", "glu.q", "glu.gate", "decoder.logits", "error.logits", "error.p", "error.y",
        "lru.error.h", "error.z"})
    void theNoiseIsThatOfTheModel(String signal) {
        SignalProposal proposal = PROPOSAL.signals().get(signal);
        Quantization mode = proposal.format().quantization();
        double power = SEEN.signals().get(signal).whole().meanSquare();
        int fractionBits = RoundingNoise.fractionBits(mode, power, DECIBELS);
        double predicted = 10 * Math.log10(power / RoundingNoise.power(mode, fractionBits));
        assertThat(predicted).isBetween(DECIBELS, DECIBELS + 20 * Math.log10(2));
        assertThat(measured(signal, ChipFormats.resized(proposal.format(), proposal.format().integerBits(), fractionBits)).decibels())
                .isCloseTo(predicted, within(MARGIN_DECIBELS));
    }

    private static NoiseSum measured(String signal, Format format) {
        ChipFormats formats = ChipFormats.of(ChipDesign.of(SPEC)).with(signal, format);
        // The softmax's peak is one of the logits, unrounded.
        ExperimentSpec spec = (signal.equals("decoder.logits") ? formats.with("decoder.peak", format) : formats).in(SPEC);
        ChipDesign design = ChipDesign.of(spec);
        FunctionalChip chip = new FunctionalChip(design.chip(), RowKernels.fastest());
        ChipParameters parameters = new ChipParameters(design.layout(), chip, spec.network().normEpsilon());
        parameters.load(ReferenceNetwork.initial(spec));
        ChipLearner learner = new ChipLearner(spec, chip, kind -> {});
        NumericsStudy study = new NumericsStudy(spec, design, parameters, ReferenceNetwork.of(spec));
        for (Sequence sequence : new TaskData(spec).training().limit(60).toList()) {
            study.learn(learner, sequence, 0);
        }
        return study.observed().noise().get(signal);
    }
}
