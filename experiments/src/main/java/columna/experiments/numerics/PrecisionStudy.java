package columna.experiments.numerics;

import columna.experiments.chip.ChipDesign;
import columna.experiments.chip.ChipLearner;
import columna.experiments.chip.ChipParameters;
import columna.experiments.chip.ReferenceNetwork;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.FormatTable;
import columna.experiments.spec.LearningSpec;
import columna.experiments.task.TaskData;
import columna.experiments.yaml.BadInput;
import columna.fixedpoint.Format;
import columna.fixedpoint.kernel.RowKernels;
import columna.reference.task.Sequence;
import columna.sim.function.FunctionalChip;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What fraction bits buy: the same sequences at the initial parameters on chips whose every format has some fraction bits
 * more or fewer. Where ranges suffice, each bit is worth 20 log10(2) = 6.02 dB of signal-to-noise ratio. Tables grow with
 * the width, since the error of linear interpolation falls with the square of their entries. Rounding is to nearest, so
 * that a width is compared with a width and not with a mode.
 */
public final class PrecisionStudy {

    /** Decibels that one bit is worth. */
    public static final double DECIBELS_PER_BIT = 20 * Math.log10(2);

    /**
     * One chip of the study.
     *
     * @param addedBits fraction bits that every format has more than the experiment's
     * @param noise signal-to-noise of every signal and gradient
     */
    public record Point(int addedBits, Map<String, NoiseSum> noise) {}

    private PrecisionStudy() {}

    /**
     * Runs the chips, in any order and on any thread; widths that no chip can hold or compute exactly are left out.
     *
     * @param addedBits fraction bits added to every format, one chip for each; negative takes away
     * @param sequences how many sequences each chip sees
     */
    public static List<Point> run(ExperimentSpec spec, List<Integer> addedBits, int sequences) {
        return addedBits.parallelStream().flatMap(added -> point(spec, added, sequences).stream()).toList();
    }

    private static Optional<Point> point(ExperimentSpec spec, int added, int sequences) {
        try {
            return Optional.of(new Point(added, noise(widened(spec, added), sequences)));
        } catch (BadInput | IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    /** The slope of the straight line through a signal's ratios in decibels per bit, by least squares. */
    public static double decibelsPerBit(List<Point> points, String signal) {
        double n = points.size();
        double meanBits = points.stream().mapToInt(Point::addedBits).average().orElse(Double.NaN);
        double meanRatio = points.stream().mapToDouble(p -> p.noise().get(signal).decibels()).sum() / n;
        double covariance = 0;
        double variance = 0;
        for (Point point : points) {
            double bits = point.addedBits() - meanBits;
            covariance += bits * (point.noise().get(signal).decibels() - meanRatio);
            variance += bits * bits;
        }
        return covariance / variance;
    }

    private static Map<String, NoiseSum> noise(ExperimentSpec spec, int sequences) {
        ChipDesign design = ChipDesign.of(spec);
        FunctionalChip chip = new FunctionalChip(design.chip(), RowKernels.fastest());
        ChipParameters parameters = new ChipParameters(design.layout(), chip, spec.network().normEpsilon());
        parameters.load(ReferenceNetwork.initial(spec));
        ChipLearner learner = new ChipLearner(spec, chip, kind -> {});
        NumericsStudy study = new NumericsStudy(spec, design, parameters, ReferenceNetwork.of(spec));
        for (Sequence sequence : new TaskData(spec).training().limit(sequences).toList()) {
            study.learn(learner, sequence, 0);
        }
        return study.observed().noise();
    }

    /** The experiment with other widths, no change of parameters, and no state of an optimiser. */
    private static ExperimentSpec widened(ExperimentSpec spec, int added) {
        LearningSpec learning = new LearningSpec(
                spec.learning().rule(),
                spec.learning().sequences(),
                new LearningSpec.Update.EverySequences(1),
                new LearningSpec.Optimiser.Sgd(0, 1),
                new LearningSpec.Schedule.Constant());
        FormatTable formats = spec.formats();
        ExperimentSpec plain = spec.withLearning(learning);
        Set<String> used = ChipDesign.of(plain).chip().signals().keySet().stream()
                .map(formats::keyOf)
                .collect(Collectors.toSet());
        return plain.withFormats(widened(formats, used, added)).withTables(Widening.of(spec.tables(), added));
    }

    /** Formats that no signal of the study's chips has, such as those of an optimiser's state, stay as they are. */
    private static FormatTable widened(FormatTable formats, Set<String> used, int added) {
        SequencedMap<String, Format> all = new LinkedHashMap<>();
        formats.formats().forEach((key, format) -> all.put(key, used.contains(key) ? Widening.of(format, added) : format));
        return new FormatTable(Widening.of(formats.defaultFormat(), added), all);
    }
}
