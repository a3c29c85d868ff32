package columna.experiments.trace;

import columna.experiments.trace.TracedRun.Placed;
import columna.experiments.trace.TracedStep.Stalled;
import columna.sim.timing.OperationOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * Writes trace events: a track for the time steps, one for each core with phases around micro-operations, one for its stalls, and one for
 * each channel of the bus with its beats. Times are those of the chip's clock, in microseconds as the format wants.
 */
final class PerfettoFile {

    private static final int PROCESS = 1;
    private static final int STEPS_TRACK = 0;

    private final TracedRun run;
    private final TraceRequest request;
    private final double clockMhz;
    private final JsonGenerator json;
    private final Map<String, Integer> channels = new LinkedHashMap<>();

    PerfettoFile(TracedRun run, TraceRequest request, double clockMhz, JsonGenerator json) {
        this.run = run;
        this.request = request;
        this.clockMhz = clockMhz;
        this.json = json;
    }

    void write() {
        json.writeStartObject();
        json.writeStringProperty("displayTimeUnit", "ns");
        json.writeArrayPropertyStart("traceEvents");
        tracks();
        run.steps().forEach(this::step);
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }

    private void tracks() {
        named("process_name", STEPS_TRACK, "chip");
        named("thread_name", STEPS_TRACK, "time steps");
        int cores = run.chip().cores().size();
        for (int core = 0; core < cores; core++) {
            named("thread_name", track(core), run.chip().cores().get(core).name());
            named("thread_name", track(core) + 1, run.chip().cores().get(core).name() + " stalls");
        }
        for (String channel : run.chip().channels().keySet()) {
            channels.put(channel, track(cores) + channels.size());
            named("thread_name", channels.get(channel), "bus " + channel);
        }
    }

    private static int track(int core) {
        return 1 + 2 * core;
    }

    private void named(String what, int track, String name) {
        json.writeStartObject();
        json.writeStringProperty("ph", "M");
        json.writeStringProperty("name", what);
        json.writeNumberProperty("pid", PROCESS);
        json.writeNumberProperty("tid", track);
        json.writeObjectPropertyStart("args");
        json.writeStringProperty("name", name);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void step(Placed placed) {
        TracedStep step = placed.step();
        slice(STEPS_TRACK, "time step " + placed.number() + ": " + step.kind(), placed.start(), placed.end());
        for (int core = 0; core < step.operations().size(); core++) {
            operations(track(core), placed, step.operations().get(core));
            stalls(core, placed);
        }
        step.grants().forEach(grant -> slice(channels.get(grant.channel()), "beat " + grant.beat(), placed.start() + grant.cycle(),
                placed.start() + grant.cycle() + 1));
    }

    /** A phase lasts from its first micro-operation to its last one on the core. */
    private void operations(int track, Placed placed, List<OperationOutcome> operations) {
        for (int first = 0; first < operations.size(); ) {
            int end = first;
            while (end < operations.size() && operations.get(end).issued().phase() == operations.get(first).issued().phase()) {
                end++;
            }
            slice(track, operations.get(first).issued().phase().label(), placed.start() + operations.get(first).firstCycle(),
                    placed.start() + operations.get(end - 1).lastCycle() + 1);
            for (OperationOutcome operation : operations.subList(first, end)) {
                slice(track, operation.issued().operation().text(), placed.start() + operation.firstCycle(),
                        placed.start() + operation.lastCycle() + 1);
            }
            first = end;
        }
    }

    /** Neighbouring cycles with the same reason are one slice. */
    private void stalls(int core, Placed placed) {
        List<Stalled> own = new ArrayList<>();
        placed.step().stalls().stream().filter(stall -> stall.core() == core).forEach(own::add);
        for (int first = 0; first < own.size(); ) {
            int end = first + 1;
            while (end < own.size() && own.get(end).reason() == own.get(first).reason() && own.get(end).cycle() == own.get(end - 1).cycle() + 1) {
                end++;
            }
            slice(track(core) + 1, own.get(first).reason().label(), placed.start() + own.get(first).cycle(), placed.start() + own.get(end - 1).cycle() + 1);
            first = end;
        }
    }

    private void slice(int track, String name, long start, long end) {
        long from = Math.max(start, request.from());
        long to = Math.min(end, request.to());
        if (from >= to) {
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("ph", "X");
        json.writeStringProperty("name", name);
        json.writeNumberProperty("pid", PROCESS);
        json.writeNumberProperty("tid", track);
        json.writeNumberProperty("ts", from / clockMhz);
        json.writeNumberProperty("dur", (to - from) / clockMhz);
        json.writeObjectPropertyStart("args");
        json.writeNumberProperty("cycle", from);
        json.writeNumberProperty("cycles", to - from);
        json.writeEndObject();
        json.writeEndObject();
    }
}
