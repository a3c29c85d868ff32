package columna.experiments.study.computation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.experiments.SmallExperiments;
import columna.experiments.spec.ExperimentKeys;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.yaml.BadInput;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Names of computations: what must be done again has another name, what need not has the same, and the bits prove it. */
class KeysTest {

    /** For every key that can be set alone: another value than the small experiment's. */
    private static final Map<String, String> OTHER = Map.ofEntries(
            Map.entry("seed", "2"), Map.entry("task.pattern_steps", "4"), Map.entry("task.bits_per_step", "3"), Map.entry("task.pad_steps", "2"),
            Map.entry("task.test_sequences", "6"), Map.entry("task.shuffled_targets", "true"), Map.entry("network.cell", "real"), Map.entry("network.layers", "1"),
            Map.entry("network.units", "6"), Map.entry("network.width", "5"), Map.entry("network.minimum_radius", "0.1"),
            Map.entry("network.maximum_radius", "0.9"), Map.entry("network.maximum_phase", "3"), Map.entry("network.norm_epsilon", "0.01"),
            Map.entry("learning.rule", "spatial"), Map.entry("learning.sequences", "41"), Map.entry("learning.update.count", "2"),
            Map.entry("learning.optimiser.rate", "0.1"), Map.entry("learning.optimiser.recurrent_rate_factor", "1"),
            Map.entry("chip.cores_per_layer", "3"), Map.entry("chip.random.bits", "7"), Map.entry("chip.random.lfsr", "LFSR24"),
            Map.entry("tables.gelu.entries", "128"), Map.entry("tables.gelu.interpolation", "none"));

    /** The same for the keys of another task. */
    private static final Map<String, String> OTHER_EXPRESSIONS =
            Map.of("task.levels", "4", "task.most_arguments", "4", "task.shortest", "5", "task.longest", "8");

    /** What decides only when things happen, what they cost, or what they are called. */
    private static final Map<String, String> NO_BIT = Map.ofEntries(
            Map.entry("experiment", "other"), Map.entry("description", "other"), Map.entry("chip.clock_mhz", "77"), Map.entry("chip.deadline_cycles", "100000"),
            Map.entry("chip.remember_steps", "false"), Map.entry("chip.recurrent_core.lanes", "2"), Map.entry("chip.recurrent_core.ports", "1RW"),
            Map.entry("chip.recurrent_core.table_units", "2"), Map.entry("chip.mixing_core.lanes", "3"), Map.entry("chip.mixing_core.ports", "1RW"),
            Map.entry("chip.mixing_core.table_units", "2"), Map.entry("chip.pipeline.memory_read_cycles", "2"), Map.entry("chip.pipeline.multiply_cycles", "2"),
            Map.entry("chip.pipeline.round_cycles", "2"), Map.entry("chip.bus.width_bits", "32"), Map.entry("chip.bus.hop_cycles", "3"),
            Map.entry("chip.bus.topology", "mesh"), Map.entry("chip.bus.buffer_beats", "2"), Map.entry("technology", "cmos-65nm"));

    private final StudyPoint base = point();

    private static StudyPoint point(String... settings) {
        return pointOf("copy-task", settings);
    }

    private static StudyPoint pointOf(String name, String... settings) {
        ExperimentSpec spec = SmallExperiments.small(name, SmallExperiments.join(new String[] {"learning.sequences=20"}, settings));
        return StudyPoint.of(spec, Optional.empty());
    }

    @Test
    void everythingThatMayChangeABitChangesTheName() {
        OTHER.forEach((key, value) -> {
            StudyPoint other = point(key + "=" + value);
            assertThat(other.learning().key()).as(key).isNotEqualTo(base.learning().key());
            assertThat(other.id()).as(key).isNotEqualTo(base.id());
        });
        StudyPoint expressions = pointOf("listops");
        OTHER_EXPRESSIONS.forEach((key, value) -> {
            StudyPoint other = pointOf("listops", key + "=" + value);
            assertThat(other.learning().key()).as(key).isNotEqualTo(expressions.learning().key());
            assertThat(other.reference().key()).as(key).isNotEqualTo(expressions.reference().key());
        });
        assertThat(point("formats.lru.h=fixed<15,4>").learning().key()).isNotEqualTo(base.learning().key());
    }

    @Test
    void timingAndPricesKeepTheNameAndTheBits() {
        String bits = base.learning().compute(() -> false);
        NO_BIT.forEach((key, value) -> {
            StudyPoint other = point(key + "=" + value);
            assertThat(other.learning().key()).as(key).isEqualTo(base.learning().key());
            assertThat(other.reference().key()).as(key).isEqualTo(base.reference().key());
            assertThat(other.learning().compute(() -> false)).as(key).isEqualTo(bits);
        });
    }

    /** A chip whose time steps of one kind differ cannot be priced by kinds. */
    @Test
    void aThresholdOfErrorsIsRefused() {
        assertThatThrownBy(() -> point("chip.bus.error_threshold=0.5")).isInstanceOf(BadInput.class).hasMessageContaining("error threshold in a study");
    }

    /** A new key must be met by this test: what is in neither map is a key of another optimiser or schedule, a format, or refused above. */
    @Test
    void everyKeyIsInOneOfTheMaps() {
        Set<String> met = new HashSet<>(OTHER.keySet());
        met.addAll(NO_BIT.keySet());
        met.addAll(OTHER_EXPRESSIONS.keySet());
        List<String> left = ExperimentKeys.all().stream().map(key -> key.path()).filter(key -> !met.contains(key)).toList();
        assertThat(left).allMatch(key -> key.matches("(task\\.name|chip\\.bus\\.error_threshold|learning\\.(update\\.every|optimiser\\.(name|momentum|beta.)|schedule\\..*)|formats\\.default"
                + "|tables\\..*|numerics\\..*|verify\\..*)"));
    }

    @Test
    void theReferenceIsSharedByAllChipsThatLearnTheSame() {
        for (String setting : List.of("formats.lru.h=fixed<15,4>", "chip.cores_per_layer=3", "chip.random.bits=7", "tables.gelu.entries=128")) {
            StudyPoint other = point(setting);
            assertThat(other.reference().key()).as(setting).isEqualTo(base.reference().key());
            assertThat(other.reference().compute(() -> false)).as(setting).isEqualTo(base.reference().compute(() -> false));
        }
        assertThat(point("learning.optimiser.rate=0.1").reference().key()).isNotEqualTo(base.reference().key());
    }

    /** A format that is written for a group or for each of its signals is the same chip. */
    @Test
    void whatIsWrittenDifferentlyButMeansTheSameHasOneName() {
        StudyPoint group = point("formats.lru.trace=fixed<12,6>", "formats.lru.trace.B=fixed<12,4>");
        StudyPoint single = point("formats.lru.trace.lambda=fixed<12,6>", "formats.lru.trace.gamma=fixed<12,6>", "formats.lru.trace.B=fixed<12,4>");
        assertThat(single.id()).isEqualTo(group.id());
        assertThat(single.learning().key()).isEqualTo(group.learning().key());
    }

    /** Chip and reference on their own come to the same as side by side in one run. */
    @Test
    void aPointIsWhatARunFinds() {
        ExperimentSpec spec = SmallExperiments.small("copy-task", "learning.sequences=20");
        var run = columna.experiments.run.Run.simulate(spec, new columna.experiments.run.RunProgress() {
            @Override
            public void phase(String name, long totalSequences) {}

            @Override
            public void sequences(long done, double chipLoss, double referenceLoss) {}
        }, () -> false);
        var priced = new Pricing().price(base, Map.of(base.learning().key(), base.learning().compute(() -> false), base.reference().key(), base.reference().compute(() -> false)));
        assertThat(new columna.experiments.report.RunReport(priced).summaryValues()).isEqualTo(new columna.experiments.report.RunReport(run).summaryValues());
        assertThat(priced.curve().points()).isEqualTo(run.curve().points());
    }
}
