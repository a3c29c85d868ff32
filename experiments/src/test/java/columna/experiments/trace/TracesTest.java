package columna.experiments.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.experiments.chip.ChipDesign;
import columna.experiments.explain.Signals;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.yaml.BadInput;
import columna.sim.chip.Chip;
import columna.sim.program.StepKind;
import columna.sim.timing.CycleObserver;
import columna.sim.timing.TimingEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Waveforms read back by a reader of their own and compared with the timing engine, step by step. */
class TracesTest {

    private static final List<String> SMALL = List.of(
            "network.layers=1", "network.units=4", "network.width=4", "task.pattern_steps=3", "task.pad_steps=1", "learning.sequences=2");

    /** Steps of one sequence, update after the last target: 3 of pattern, 1 of padding, 1 that asks, 3 to repeat. */
    private static final List<StepKind> SEQUENCE = List.of(
            new StepKind(true, true, false, false), new StepKind(false, true, false, false), new StepKind(false, true, false, false),
            new StepKind(false, true, false, false), new StepKind(false, true, false, false), new StepKind(false, true, true, false),
            new StepKind(false, true, true, false), new StepKind(false, true, true, true));

    @TempDir
    private Path folder;

    private final ExperimentSpec spec = ExperimentSpec.read("copy-task", Signals.names(), SMALL);

    /** A change of a signal in the file. */
    private record Change(long cycle, String value) {}

    private record Write(long cycle, int word) {}

    @Test
    void everyWriteOfABankStandsInItsCycleWithItsWord() throws IOException {
        String core = "layer[0].recurrent[1]";
        for (String memory : List.of("lru.trace.B", "lru.h", "lru.gradient.lambda")) {
            List<Write> expected = writes(core, memory, 0, Long.MAX_VALUE);
            assertThat(expected).hasSizeGreaterThan(5);
            assertThat(shown(0, 1_000_000, "layer_0.recurrent_1", memory + ".write")).isEqualTo(expected);
        }
    }

    @Test
    void aWindowShowsWhatLiesInItAndNothingElse() throws IOException {
        String core = "layer[0].recurrent[0]";
        List<Write> all = writes(core, "lru.h", 0, Long.MAX_VALUE);
        long from = all.get(2).cycle();
        long to = all.get(6).cycle();
        assertThat(shown(from, to, "layer_0.recurrent_0", "lru.h.write")).isEqualTo(all.subList(2, 6));
    }

    @Test
    void slicesOfMicroOperationsTileTheCoresCycles() {
        Traces.write(spec, TraceRequest.of("perfetto", OptionalLong.empty(), OptionalLong.of(1_000_000)), folder);
        JsonNode events = JsonMapper.shared().readTree(folder.resolve("trace.json").toFile()).get("traceEvents");
        Map<String, Long> cycles = new HashMap<>();
        long steps = 0;
        for (JsonNode event : events) {
            if (event.get("ph").asString().equals("X")) {
                assertThat(event.get("dur").asDouble()).isEqualTo(event.get("args").get("cycles").asLong() / 200.0);
                cycles.merge(event.get("name").asString(), event.get("args").get("cycles").asLong(), Long::sum);
                steps += event.get("tid").asInt() == 0 ? 1 : 0;
            }
        }
        assertThat(steps).isEqualTo(2 * SEQUENCE.size());
        TimingEngine engine = new TimingEngine(ChipDesign.of(spec).chip(), true);
        Map<String, Long> expected = new HashMap<>();
        for (int sequence = 0; sequence < 2; sequence++) {
            SEQUENCE.forEach(kind -> engine.step(kind).cores().forEach(core -> core.operations().forEach(
                    operation -> expected.merge(operation.issued().operation().text(), operation.cycles(), Long::sum))));
        }
        assertThat(cycles).containsAllEntriesOf(expected);
    }

    /** The tracks of stalls against the engine's own counters, which reports show. */
    @Test
    void everyStalledCycleStandsOnItsCoresTrackWithItsReason() {
        Traces.write(spec, TraceRequest.of("perfetto", OptionalLong.empty(), OptionalLong.of(1_000_000)), folder);
        JsonNode events = JsonMapper.shared().readTree(folder.resolve("trace.json").toFile()).get("traceEvents");
        Map<Integer, String> tracks = new HashMap<>();
        Map<String, Long> shown = new HashMap<>();
        for (JsonNode event : events) {
            int track = event.get("tid").asInt();
            if (event.get("name").asString().equals("thread_name")) {
                tracks.put(track, event.get("args").get("name").asString());
            } else if (event.get("ph").asString().equals("X") && tracks.get(track).endsWith(" stalls")) {
                shown.merge(tracks.get(track) + ": " + event.get("name").asString(), event.get("args").get("cycles").asLong(), Long::sum);
            }
        }
        TimingEngine engine = new TimingEngine(ChipDesign.of(spec).chip(), true);
        Map<String, Long> counted = new HashMap<>();
        for (int sequence = 0; sequence < 2; sequence++) {
            SEQUENCE.forEach(kind -> engine.step(kind).cores().forEach(core -> core.operations().forEach(operation -> operation.stalls().forEach(
                    (reason, cycles) -> counted.merge(core.name() + " stalls: " + reason.label(), cycles, Long::sum)))));
        }
        counted.values().removeIf(cycles -> cycles == 0);
        assertThat(shown).isEqualTo(counted);
    }

    @Test
    void askedForInVainIsOneSentence() {
        assertThatThrownBy(() -> TraceRequest.of("vcd,svg", OptionalLong.empty(), OptionalLong.empty()))
                .isInstanceOf(BadInput.class).hasMessage("--trace vcd,svg: found 'svg'; allowed: vcd, perfetto, or both with a comma");
        assertThatThrownBy(() -> TraceRequest.of("vcd", OptionalLong.of(5), OptionalLong.of(5)))
                .isInstanceOf(BadInput.class).hasMessage("--to 5: found a window of 0 cycles from cycle 5; allowed: 1 to 10000000 cycles");
        assertThatThrownBy(() -> TraceRequest.of("vcd", OptionalLong.of(-1), OptionalLong.empty()))
                .isInstanceOf(BadInput.class).hasMessage("--from -1: found a cycle below 0; allowed: 0 to 1000000000");
        ExperimentSpec skipping = ExperimentSpec.read("copy-task", Signals.names(), List.of("chip.bus.error_threshold=0.01"));
        assertThatThrownBy(() -> Traces.require(skipping)).isInstanceOf(BadInput.class).hasMessageContaining("chip.bus.error_threshold");
    }

    /** From the timing engine, all steps one behind the other. */
    private List<Write> writes(String core, String memory, long from, long to) {
        Chip chip = ChipDesign.of(spec).chip();
        TimingEngine engine = new TimingEngine(chip, false);
        List<Write> writes = new ArrayList<>();
        long[] start = new long[1];
        for (int sequence = 0; sequence < 2; sequence++) {
            for (StepKind kind : SEQUENCE) {
                start[0] += engine.step(kind, new CycleObserver() {
                    @Override
                    public void written(long cycle, int at, int operation, String name, int word) {
                        long global = start[0] + cycle;
                        if (at == chip.index(core) && name.equals(memory) && global >= from && global < to) {
                            writes.add(new Write(global, word));
                        }
                    }
                }).cycles();
            }
        }
        return writes;
    }

    /** From the file: a cycle without a write reads z; equal words in neighbouring cycles are one change that lasts. */
    private List<Write> shown(long from, long to, String scope, String signal) throws IOException {
        Traces.write(spec, TraceRequest.of("vcd", OptionalLong.of(from), OptionalLong.of(to)), folder);
        List<Change> changes = read(Files.readAllLines(folder.resolve("trace.vcd")), scope, signal);
        List<Write> writes = new ArrayList<>();
        for (int i = 0; i + 1 < changes.size(); i++) {
            if (!changes.get(i).value().equals("z")) {
                for (long cycle = changes.get(i).cycle(); cycle < changes.get(i + 1).cycle(); cycle++) {
                    writes.add(new Write(cycle, Integer.parseInt(changes.get(i).value(), 2)));
                }
            }
        }
        return writes;
    }

    /** The changes of a signal and, at last, the end of the file. */
    private static List<Change> read(List<String> lines, String scope, String signal) {
        String present = "";
        String id = "";
        long cycle = -1;
        List<Change> changes = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            if (words[0].equals("$scope")) {
                present = words[2];
            } else if (words[0].equals("$var") && present.equals(scope) && words[4].equals(signal)) {
                id = words[3];
            } else if (line.startsWith("#")) {
                cycle = Long.parseLong(line.substring(1)) / 5000;
            } else if (line.startsWith("b") && words[1].equals(id)) {
                changes.add(new Change(cycle, words[0].substring(1)));
            } else if (line.endsWith(id) && line.length() == id.length() + 1 && !id.isEmpty()) {
                changes.add(new Change(cycle, line.substring(0, 1)));
            }
        }
        assertThat(id).as("declaration of " + signal).isNotEmpty();
        changes.add(new Change(cycle, "end"));
        return changes;
    }
}
