package columna.experiments.study.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import columna.experiments.explain.Signals;
import columna.experiments.yaml.BadInput;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every mistake in a study file gets one sentence at the place that a mark in the text shows. */
class StudyReaderTest {

    private static final String MARK = "§";
    private static final String GOOD = "study: s\nexperiment: copy-task\n";
    private static final String AXES = GOOD + "axes: {chip.recurrent_core.lanes: [1, 2]}\n";

    private record Case(String text, List<String> words) {}

    private static Case of(String text, String... words) {
        return new Case(text, List.of(words));
    }

    private static List<Case> cases() {
        return List.of(
                of("§experiment: copy-task\n", "no 'study'", "required"),
                of("study: §s s\nexperiment: copy-task\n".replace("§", "").replace("study", "§study"), "'s s'", "letters, digits"),
                of("§study: s\nexperiment: copy-task\n", "no 'axes'", "required"),
                of(GOOD + "§axes: {}\n", "no axis", "at least one"),
                of(GOOD + "axes: {chip.recurrent_core.lanes: §[]}\n", "'chip.recurrent_core.lanes'", "without values", "at least one"),
                of(GOOD + "axes: {§chip.recurrent_core.lane: [1]}\n", "unknown key 'chip.recurrent_core.lane'", "did you mean 'chip.recurrent_core.lanes'"),
                of(GOOD + "axes: {chip.recurrent_core.lanes: [1, §0]}\n", "'0'", "1 to 1024"),
                of(GOOD + "axes: {chip.recurrent_core.lanes: §4}\n", "'4'", "a list of values"),
                of(GOOD + "axes: {§chip.recurrent_core.lanes: [1, 2, 1]}\n", "'1' twice", "different values"),
                of(GOOD + "axes:\n  chip.recurrent_core.lanes: [1]\n  §v: {a: {chip.recurrent_core.lanes: 2}}\n", "both change 'chip.recurrent_core.lanes'", "one axis for each key"),
                of(GOOD + "axes: {chip.recurrent_core.lanes: [1], §chip.recurrent_core.lanes: [2]}\n", "second time"),
                of(GOOD + "axes: {§seed: [1, 2]}\n", "'seed'", "'seeds'"),
                of(GOOD + "axes: {formats.lru.h.bits: [8, §33]}\n", "'33'", "1 to 32"),
                of(GOOD + "axes: {formats.lru.h.rounding: [§UP]}\n", "'UP'", "RND"),
                of(GOOD + "axes: {§formats.lru.hh.bits: [8]}\n", "unknown key 'formats.lru.hh.bits'", "did you mean 'formats.lru.h.bits'"),
                of(GOOD + "axes: {formats.lru.h: [§'fixed<4']}\n".replace("§'", "§'"), "fixed<4"),
                of(GOOD + "axes: {learning.rule: [online, §onlin]}\n", "'onlin'", "did you mean 'online'"),
                of(GOOD + "axes: {technology: [§cmos-82nm]}\n", "cmos-82nm", "did you mean"),
                of(GOOD + "axes: {chip.clock_mhz: §{from: 1, to: 2}}\n", "not clear", "step", "count"),
                of(GOOD + "axes: {chip.clock_mhz: §{from: 0, to: 2, count: 3, scale: log}}\n", "not clear", "above 0"),
                of(GOOD + "axes: {§chip.clock_mhz: {from: 3, to: 2, step: 1}}\n", "range of 0 values"),
                of(GOOD + "axes: {w: §{keys: [chip.clock_mhz]}}\n", "no 'w.values'"),
                of(GOOD + "axes: {w: {keys: [§chip.clock], values: [1]}}\n", "unknown key 'chip.clock'", "chip.clock_mhz"),
                of(AXES + "§axis: 3\n", "unknown key 'axis'", "did you mean 'axes'"),
                of(AXES + "sampling: {§method: rand}\n", "'rand'", "did you mean 'random'"),
                of(AXES + "sampling: {method: random, configurations: §0}\n", "'0'", "1 to 10000000"),
                of(AXES + "seeds: §0\n", "'0'", "1 to 1000"),
                of(AXES + "seeds: §[]\n", "an empty list", "at least one seed"),
                of(AXES + "seeds: §[1, 1]\n", "a seed twice"),
                of(AXES + "objectives: [loss, §speed]\n", "'speed'", "latency"),
                of(AXES + "§objectives: [loss, accuracy]\n", "[loss, accuracy]", "at least one of energy"),
                of(AXES + "bounds: {§loss: {}}\n", "without a number"),
                of(AXES + "stop: §{after: 0.5}\n", "no 'stop.loss_above'", "required"),
                of(AXES + "stop: {after: §1.5, loss_above: 0.6}\n", "'1.5'", "0.001 to 0.999"),
                of(AXES + "search: {population: §2}\n", "'2'", "4 to 10000"));
    }

    @TestFactory
    Stream<DynamicTest> oneSentenceAtTheRightPlace() {
        return cases().stream().map(one -> DynamicTest.dynamicTest(one.text().replace("\n", " "), () -> {
            int mark = one.text().indexOf(MARK);
            String before = one.text().substring(0, mark);
            long line = before.chars().filter(c -> c == '\n').count() + 1;
            int column = mark - before.lastIndexOf('\n');
            BadInput refused = catchThrowableOfType(BadInput.class, () -> read(one.text().replace(MARK, "")));
            assertThat(refused).isNotNull();
            assertThat(refused.sentences()).hasSize(1);
            assertThat(refused.sentences().getFirst()).startsWith("s.yaml:" + line + ":" + column + ": ").contains(one.words());
        }));
    }

    @Test
    void anUnknownExperimentIsNamed() {
        assertThat(catchThrowableOfType(BadInput.class, () -> read("study: s\nexperiment: copy-tusk\naxes: {chip.clock_mhz: [1]}\n")).getMessage())
                .contains("copy-tusk").contains("copy-task");
    }

    @Test
    void rangesAreWhatTheySay() {
        assertThat(labels(read(GOOD + "axes: {formats.lru.h.bits: {from: 8, to: 16, step: 4}}\n"))).containsExactly("8", "12", "16");
        assertThat(labels(read(GOOD + "axes: {chip.clock_mhz: {from: 10, to: 1000, count: 3, scale: log}}\n"))).containsExactly("10", "100", "1000");
        assertThat(labels(read(GOOD + "axes: {learning.optimiser.rate: {from: 0.1, to: 0.2, count: 3}}\n"))).containsExactly("0.1", "0.15", "0.2");
    }

    private static List<String> labels(StudyDefinition study) {
        return study.axes().getFirst().levels().stream().map(Level::label).toList();
    }

    @Test
    void everyShippedStudyReads() {
        assertThat(ShippedStudies.names()).isNotEmpty();
        for (String name : ShippedStudies.names()) {
            StudyDefinition study = ShippedStudies.read(name, Signals.names(), List.of());
            assertThat(study.name()).isEqualTo(name);
            assertThat(study.description()).isNotBlank();
            Configurations.of(study).limit(3).forEach(configuration -> study.experiment(configuration, 1));
        }
    }

    private static StudyDefinition read(String text) {
        return StudyReader.read("s.yaml", text, Path.of(""), Signals.names(), List.of());
    }
}
