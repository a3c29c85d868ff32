package columna.experiments.spec;

import static org.assertj.core.api.Assertions.assertThat;

import columna.fixedpoint.Format;
import columna.fixedpoint.Overflow;
import columna.fixedpoint.Quantization;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written reads back equal, over random experiments; and a change of any key is seen. */
class RoundTripTest {
    private static final Set<String> SIGNALS = new LinkedHashSet<>(List.of("lru.h", "lru.trace.B", "lru.trace.lambda", "glu.w1"));
    private static final List<String> FORMAT_KEYS = List.of("default", "lru", "lru.h", "lru.trace", "lru.trace.B", "glu.w1");

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(300);
    }

    /** A random value of a key, as text; networks stay small enough for every relation between keys to hold. */
    private static String random(Key<?> key, UniformRandomProvider random) {
        return switch (key.path()) {
            case "experiment" -> "x" + random.nextInt(1000);
            case "description" -> Key.quoted(randomText(random));
            case "task.levels", "task.most_arguments" -> Integer.toString(2 + random.nextInt(9));
            case "task.shortest" -> Integer.toString(3 + random.nextInt(2));
            case "task.longest" -> Integer.toString(4 + random.nextInt(100));
            case "technology" -> List.of("cmos-28nm", "cmos-45nm", "cmos-65nm").get(random.nextInt(3));
            case "network.layers" -> Integer.toString(1 + random.nextInt(4));
            case "network.units", "network.width" -> Integer.toString(64 + random.nextInt(64));
            case "chip.cores_per_layer" -> Integer.toString(1 + random.nextInt(64));
            case "chip.recurrent_core.lanes", "chip.mixing_core.lanes" -> Integer.toString(8 + random.nextInt(64));
            case "chip.recurrent_core.table_units", "chip.mixing_core.table_units" -> Integer.toString(1 + random.nextInt(8));
            case "network.minimum_radius" -> Double.toString(random.nextDouble() / 2);
            case "network.maximum_radius" -> Double.toString(0.5 + random.nextDouble() / 2);
            case "learning.optimiser.rate" -> Double.toString(1 + random.nextDouble());
            case "learning.schedule.minimum_rate" -> Double.toString(random.nextDouble());
            case "learning.optimiser.momentum", "learning.optimiser.beta1", "learning.optimiser.beta2" -> "1-2^-" + (1 + random.nextInt(15));
            case "chip.random.bits" -> Integer.toString(1 + random.nextInt(8));
            case "chip.deadline_cycles" -> random.nextBoolean() ? "none" : Integer.toString(1 + random.nextInt(100000));
            default -> key.words().isEmpty() ? number(key, random) : key.words().get(random.nextInt(key.words().size()));
        };
    }

    private static String number(Key<?> key, UniformRandomProvider random) {
        if (key.kind().startsWith("a power of two")) {
            return Integer.toString(4 << random.nextInt(10));
        }
        return key.kind().startsWith("a whole number") ? Integer.toString(1 + random.nextInt(16)) : Double.toString(0.01 + random.nextDouble() / 2);
    }

    private static String randomText(UniformRandomProvider random) {
        int[] characters = {'a', ' ', '"', '\\', ':', '#', '\'', 'ä', 0x1D11E, '\n', '\t', '{', 0x85, 0x2028, '%', 0x7F};
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.appendCodePoint(characters[random.nextInt(characters.length)]);
        }
        return text.toString();
    }

    private static String format(UniformRandomProvider random) {
        Quantization quantization = Quantization.values()[random.nextInt(Quantization.values().length)];
        Overflow overflow = random.nextBoolean() ? Overflow.SAT : Overflow.WRAP;
        return new Format(1 + random.nextInt(31), random.nextInt(20) - 8, random.nextBoolean(), quantization, overflow, 0).toString();
    }

    /** A minimal file and a random setting for every second key, in random order of meaning. */
    private static ExperimentSpec random(long seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        List<String> settings = new ArrayList<>();
        for (Key<?> key : ExperimentKeys.all()) {
            boolean conditional = key.condition().isPresent();
            if (!key.path().startsWith("formats") && !key.path().equals("description") && !conditional && random.nextInt(3) > 0) {
                settings.add(key.path() + "=" + random(key, random));
            }
        }
        for (String name : FORMAT_KEYS) {
            if (random.nextBoolean()) {
                settings.add("formats." + name + "=" + format(random));
            }
        }
        for (String name : FORMAT_KEYS) {
            if (random.nextBoolean()) {
                settings.add("verify.signal_to_noise." + name + "=" + (random.nextBoolean() ? "format" : Double.toString(100 * random.nextDouble())));
            }
        }
        // Cores and units depend on each other, so both are always set.
        settings.add("network.units=" + (64 + random.nextInt(64)));
        // A tree skips no errors, and one wire reaches a thousand cores.
        if (settings.contains("chip.bus.topology=tree")) {
            settings.add("chip.bus.error_threshold=none");
        } else if (settings.contains("chip.bus.topology=broadcast")) {
            settings.add("network.layers=" + (1 + random.nextInt(4)));
        }
        settings.add("learning.optimiser.rate=" + (1 + random.nextDouble()));
        String description = "description: " + Key.quoted(randomText(random)) + "\n";
        ExperimentSpec spec = ExperimentSpec.parse("random " + seed, description + "experiment: x\ntask: {name: copy}\n"
                + "learning: {rule: online, optimiser: {name: sgd, rate: 1.0}}\n", SIGNALS, settings);
        return conditional(spec, random);
    }

    /** Sets the keys that the chosen words give a meaning to. */
    private static ExperimentSpec conditional(ExperimentSpec spec, UniformRandomProvider random) {
        List<String> settings = ExperimentKeys.all().stream()
                .filter(key -> key.condition().isPresent() && spec.toYaml().contains(" " + key.name() + ":"))
                .map(key -> key.path() + "=" + random(key, random))
                .toList();
        return spec.with(SIGNALS, settings.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenReadsBackEqual(long seed) {
        ExperimentSpec spec = random(seed);
        ExperimentSpec again = ExperimentSpec.parse("again", spec.toYaml(), SIGNALS, List.of());
        assertThat(again).as("seed %d:%n%s", seed, spec.toYaml()).isEqualTo(spec);
        assertThat(again.toYaml()).isEqualTo(spec.toYaml());
        assertThat(again.hashCode()).isEqualTo(spec.hashCode());
    }

    @Test
    void everyKeyOfTheTableIsWrittenByOneExperimentOrAnother() {
        Set<String> missing = new TreeSet<>();
        ExperimentKeys.all().forEach(key -> missing.add(key.path()));
        seeds().map(RoundTripTest::random).forEach(spec -> missing.removeIf(path -> spec.toYaml()
                .contains(path.substring(path.lastIndexOf('.') + 1).replace("default", "\"default\"") + ":")));
        assertThat(missing).isEmpty();
    }

    /** A key that the reader forgot to put into the records, or the writer took from the wrong place, leaves the experiment unchanged. */
    @ParameterizedTest
    @MethodSource("changes")
    void aChangeOfAnyKeyChangesTheExperimentAndSurvivesWriting(String path, String base, String change) {
        ExperimentSpec spec = ExperimentSpec.parse("base", "experiment: x\ntask: {name: copy}\nlearning: {rule: online, optimiser: {name: sgd, rate: 0.5}}\n",
                SIGNALS, base.isEmpty() ? List.of() : List.of(base));
        ExperimentSpec changed = spec.with(SIGNALS, path + "=" + change);
        assertThat(changed).as(path).isNotEqualTo(spec);
        assertThat(changed.toYaml()).isNotEqualTo(spec.toYaml());
        assertThat(changed.locationOf(path).toString()).isEqualTo("--set " + path + "=" + change);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> changes() {
        return ExperimentKeys.all().stream().filter(key -> !key.path().equals("task.name")).map(key -> org.junit.jupiter.params.provider.Arguments.of(
                key.path(), key.condition().map(condition -> condition.path() + "=" + condition.words().getFirst()).orElse(""), other(key)));
    }

    private static String other(Key<?> key) {
        return switch (key.path()) {
            case "experiment", "description" -> "another";
            case "task.shortest", "task.longest" -> "510";
            case "technology" -> "cmos-45nm";
            case "formats.default" -> "fixed<17,4>";
            case "chip.deadline_cycles" -> "77";
            case "network.units", "network.width" -> "40";
            case "learning.optimiser.momentum", "learning.optimiser.beta1", "learning.optimiser.beta2" -> "1-2^-5";
            case "learning.rule" -> "spatial";
            case "learning.optimiser.name" -> "adam";
            default -> key.words().isEmpty()
                    ? key.kind().startsWith("a whole number") ? "7" : key.kind().startsWith("a power") ? "64" : "0.25"
                    : key.words().stream().filter(word -> !word.equals(key.defaultText().orElseThrow())).findFirst().orElseThrow();
        };
    }
}
