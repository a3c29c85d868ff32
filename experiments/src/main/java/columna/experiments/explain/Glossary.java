package columna.experiments.explain;

import columna.experiments.explain.Signals.Signal;
import columna.experiments.explain.SummaryKeys.SummaryKey;
import columna.experiments.spec.ExperimentKeys;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.Key;
import columna.experiments.spec.PredictionKeys;
import columna.experiments.spec.PredictionSpec;
import columna.experiments.spec.ShippedExperiments;
import columna.experiments.spec.ShippedPredictions;
import columna.experiments.yaml.BadInput;
import columna.experiments.yaml.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Explains one name, in lines of text. */
public final class Glossary {

    private Glossary() {}

    /** Every name that can be explained in full, besides sections and groups. */
    public static Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        ExperimentKeys.all().forEach(key -> names.add(key.path()));
        PredictionKeys.all().forEach(key -> names.add(key.path()));
        names.addAll(Signals.names());
        PredictionSignals.all().forEach(signal -> names.add(signal.name()));
        SummaryKeys.all().forEach(key -> names.add(key.name()));
        names.addAll(ShippedExperiments.names());
        names.addAll(ShippedPredictions.names());
        names.addAll(Technologies.all().keySet());
        return names;
    }

    /**
     * What the name is; a section, a group or the last part of a key lists what it may mean.
     *
     * @throws BadInput for an unknown name, with the nearest one
     */
    public static List<String> explain(String name) {
        List<String> lines = new ArrayList<>();
        Stream.concat(ExperimentKeys.all().stream(), PredictionKeys.all().stream()).distinct()
                .filter(key -> key.path().equals(name)).forEach(key -> lines.addAll(key(key)));
        Stream.concat(Signals.all().stream(), PredictionSignals.all().stream()).filter(signal -> signal.name().equals(name) || isOfSignal(name, signal.name()))
                .forEach(signal -> lines.addAll(signal(signal)));
        SummaryKeys.of(name).ifPresent(key -> lines.addAll(summary(name, key)));
        if (ShippedExperiments.names().contains(name)) {
            lines.add(name + ": a shipped experiment. " + ExperimentSpec.read(name, Signals.names()).description() + ".");
        }
        if (ShippedPredictions.names().contains(name)) {
            lines.add(name + ": a shipped experiment that predicts a stream. "
                    + PredictionSpec.read(name, PredictionSignals.names(), List.of()).description() + ".");
        }
        Map<String, String> technologies = Technologies.all();
        if (technologies.containsKey(name)) {
            lines.add(name + ": a shipped technology, " + technologies.get(name) + ".");
        }
        return lines.isEmpty() ? several(name) : lines;
    }

    /** A key of a table over signals, such as {@code formats.lru.h}. */
    private static boolean isOfSignal(String key, String signal) {
        return ExperimentKeys.all().stream().filter(Key::isStandardOfSignals).anyMatch(standard -> key.equals(standard.section() + "." + signal));
    }

    private static List<String> several(String name) {
        List<String> lines = new ArrayList<>();
        names().stream().filter(known -> known.startsWith(name + ".") || known.endsWith("." + name)).forEach(lines::add);
        if (name.isBlank() || lines.isEmpty()) {
            String hint = NearestName.of(name, names()).map(near -> "; did you mean '" + near + "'?")
                    .orElse("; allowed: a key of the experiment file, a signal of 'columna list signals' or a key of summary.json");
            throw new BadInput("found nothing called '" + name.replaceAll("\\p{Cntrl}", "?") + "'" + hint);
        }
        lines.replaceAll(line -> "  " + line);
        lines.addFirst(name + " is part of these names:");
        return lines;
    }

    private static List<String> key(Key<?> key) {
        List<String> lines = new ArrayList<>(List.of(
                key.path() + ": a key of the experiment file.",
                "  " + key.meaning(),
                "  allowed  " + key.kind() + (key.unit().isEmpty() ? "" : " (" + key.unit() + ")"),
                "  default  " + key.defaultText().orElse("none, it is required")));
        key.condition().ifPresent(condition -> lines.add("  only with  " + condition));
        return lines;
    }

    private static List<String> signal(Signal signal) {
        List<String> lines = new ArrayList<>(List.of(
                signal.name() + ": a signal of the chip.",
                "  holds    " + signal.oneLine() + (signal.learning() ? ", needed for learning only" : ", needed for inference"),
                "  format   formats." + signal.name() + " of the experiment file, else the format of its group, else formats.default",
                "  verified verify.signal_to_noise." + signal.name() + ", found in the same way"));
        if (signal.equations().isEmpty()) {
            lines.add("  written  by the host");
        } else {
            lines.add("  written  by these micro-operations, depending on learning rule and optimiser:");
            signal.equations().forEach(equation -> lines.add("           " + equation));
        }
        return lines;
    }

    private static List<String> summary(String name, SummaryKey key) {
        return List.of(
                name + ": a key of summary.json.",
                "  " + key.meaning(),
                "  unit     " + (key.unit().isEmpty() ? "none" : key.unit()));
    }
}
