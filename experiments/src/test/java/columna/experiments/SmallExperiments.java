package columna.experiments;

import columna.experiments.explain.Signals;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.NetworkSpec;
import columna.experiments.spec.ShippedExperiments;
import columna.fixedpoint.Quantization;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Shipped experiments, made small enough for a test: sequences are few and short and the network is narrow; formats, rule,
 * optimiser, tables and hardware stay as they are shipped.
 */
public final class SmallExperiments {

    /** How many experiments ship; a new one must be met by the tests of the laws. */
    public static final int SHIPPED = 8;

    private static final List<String> SIZES = List.of(
            "network.layers=2",
            "network.units=7",
            "network.width=6",
            "task.test_sequences=5",
            "learning.sequences=40",
            "numerics.sampled_sequences=0");

    private static final List<String> COPY = List.of("task.pattern_steps=3", "task.bits_per_step=2", "task.pad_steps=1");
    private static final List<String> LISTOPS = List.of("task.levels=3", "task.most_arguments=3", "task.shortest=4", "task.longest=9");

    private SmallExperiments() {}

    /** All shipped names, counted. */
    public static List<String> names() {
        List<String> names = ShippedExperiments.names();
        if (names.size() != SHIPPED) {
            throw new AssertionError("found " + names + ", expected " + SHIPPED + " shipped experiments");
        }
        return names;
    }

    /** Those whose layers can be divided among cores, since their units do not feed each other. */
    public static List<String> divisible() {
        return names().stream().filter(name -> !name.equals("linear-rnn")).toList();
    }

    /** A shipped experiment of test size; later settings win. */
    public static ExperimentSpec small(String name, String... settings) {
        return ExperimentSpec.read(name, Signals.names(), Stream.concat(sizes(name), Stream.of(settings)).toList());
    }

    private static Stream<String> sizes(String name) {
        return Stream.concat(SIZES.stream(), (name.startsWith("listops") ? LISTOPS : COPY).stream());
    }

    /** The experiment of wide formats, with recurrent layers of any kind. */
    public static ExperimentSpec wide(NetworkSpec.Cell cell, String... settings) {
        String text = ShippedExperiments.text("copy-task-wide").replace("network:\n", "network:\n  cell: " + cell.word() + "\n");
        String ofCell = cell == NetworkSpec.Cell.DENSE ? text.replace("  cores_per_layer: 2\n", "").replace("lru.gradient", "rnn.gradient") : text;
        return ExperimentSpec.parse("wide with " + cell.word() + " units", ofCell, Signals.names(), List.of(settings));
    }

    /** The same of test size. */
    public static ExperimentSpec smallAndWide(NetworkSpec.Cell cell, String... settings) {
        return wide(cell, join(sizes("copy-task").toArray(String[]::new), settings));
    }

    /** The settings that replace stochastic rounding by rounding to nearest, signal by signal. */
    public static String[] roundedToNearest(String name) {
        List<String> settings = new ArrayList<>();
        ExperimentSpec.read(name, Signals.names()).formats().formats().forEach((signal, format) -> {
            if (format.quantization() == Quantization.STOCHASTIC) {
                settings.add("formats." + signal + "=" + format.withQuantization(Quantization.RND));
            }
        });
        return settings.toArray(String[]::new);
    }

    /** Both lists of settings. */
    public static String[] join(String[] first, String... second) {
        return Stream.concat(Stream.of(first), Stream.of(second)).toArray(String[]::new);
    }
}
