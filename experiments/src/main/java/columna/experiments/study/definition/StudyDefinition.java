package columna.experiments.study.definition;

import columna.experiments.spec.ExperimentSpec;
import columna.experiments.yaml.BadInput;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * A study, as its file says.
 *
 * @param name the study's name
 * @param description one line
 * @param text the file
 * @param signals every signal that a chip may have
 * @param base the experiment before any axis
 * @param axes what is varied, in the order of the file
 * @param sampling which combinations a sweep looks at
 * @param seeds every configuration is simulated with each of them
 * @param stop when a chip is given up
 * @param objectives what fronts are drawn over, at least two, a measure of quality first
 * @param bounds what a recommended design must keep
 * @param search how a search goes on
 */
public record StudyDefinition(
        String name,
        String description,
        String text,
        Set<String> signals,
        ExperimentSpec base,
        List<Axis> axes,
        Sampling sampling,
        List<Long> seeds,
        Optional<StopRule> stop,
        List<Measure> objectives,
        List<Bound> bounds,
        SearchSettings search) {

    public StudyDefinition {
        axes = List.copyOf(axes);
        seeds = List.copyOf(seeds);
        objectives = List.copyOf(objectives);
        bounds = List.copyOf(bounds);
    }

    /** Configurations of the whole grid. */
    public BigInteger gridSize() {
        return axes.stream().map(axis -> BigInteger.valueOf(axis.levels().size())).reduce(BigInteger.ONE, BigInteger::multiply);
    }

    /** Configurations that a sweep looks at. */
    public BigInteger configurations() {
        return switch (sampling) {
            case Sampling.Grid() -> gridSize();
            case Sampling.Random(int count, long seed) -> BigInteger.valueOf(count);
            case Sampling.LatinHypercube(int count, long seed) -> BigInteger.valueOf(count);
        };
    }

    /**
     * The experiment at one configuration and seed.
     *
     * @throws BadInput if such an experiment is refused, in the words that the user of {@code --set} would read
     */
    public ExperimentSpec experiment(Configuration configuration, long seed) {
        ExperimentSpec spec = base;
        List<String> plain = new ArrayList<>();
        // Changes of formats build on each other; all others may depend on each other and are made at once.
        for (int axis = 0; axis < axes.size(); axis++) {
            for (Change change : level(configuration, axis).changes()) {
                switch (change) {
                    case Change.Setting setting -> plain.addAll(setting.settings(spec));
                    case Change.FormatChange format -> spec = changed(spec, settings(format, spec));
                }
            }
        }
        plain.add("seed=" + seed);
        return changed(spec, plain);
    }

    private static List<String> settings(Change.FormatChange change, ExperimentSpec spec) {
        try {
            return change.settings(spec);
        } catch (IllegalArgumentException impossible) {
            throw new BadInput(change.target() + " = " + change.value() + ": " + impossible.getMessage().replaceFirst("\\.$", ""));
        }
    }

    private ExperimentSpec changed(ExperimentSpec spec, List<String> settings) {
        return spec.with(signals, settings.toArray(String[]::new));
    }

    /** The level of an axis at a configuration. */
    public Level level(Configuration configuration, int axis) {
        return axes.get(axis).levels().get(configuration.levels().get(axis));
    }

    /** Axis to the label of its level. */
    public SequencedMap<String, String> labels(Configuration configuration) {
        SequencedMap<String, String> labels = new LinkedHashMap<>();
        for (int axis = 0; axis < axes.size(); axis++) {
            labels.put(axes.get(axis).name(), level(configuration, axis).label());
        }
        return labels;
    }
}
