package columna.experiments.rtl;

import columna.experiments.rtl.HardwareBus.Place;
import columna.sim.chip.Chip;
import columna.sim.microcode.CoreImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The SystemVerilog of a chip: its cores with their parameters, the queues at their ports, the bus, the host's channels, and what
 * drives it through its time steps and logs every written word.
 */
final class ChipText {

    private final Chip chip;
    private final List<CoreImage> cores;
    private final List<Long> seeds;
    private final HardwareBus bus;
    private final int steps;
    private final List<Integer> hostBeats;
    private final StringBuilder text = new StringBuilder();

    /**
     * @param seeds states of the cores' shift registers
     * @param steps time steps
     * @param hostBeats beats of each of the host's channels over all steps
     */
    ChipText(Chip chip, List<CoreImage> cores, List<Long> seeds, HardwareBus bus, int steps, List<Integer> hostBeats) {
        this.chip = chip;
        this.cores = cores;
        this.seeds = seeds;
        this.bus = bus;
        this.steps = steps;
        this.hostBeats = hostBeats;
    }

    String text() {
        line("// Written by columna rtl export: one chip, its host, and the time steps that it is put through.");
        line("module chip_test (input logic clock);");
        line("  logic reset, start;");
        line("  logic [3:0] kind;");
        line("  logic [%d:0] idle;", cores.size() - 1);
        for (int core = 0; core < cores.size(); core++) {
            core(core);
        }
        for (int q = 0; q < bus.queues().size(); q++) {
            queue(q);
        }
        for (int h = 0; h < bus.host().size(); h++) {
            host(h);
        }
        arbiter();
        driver();
        line("endmodule");
        line("");
        line("// For simulators that make the clock themselves.");
        line("module clocked_chip_test;");
        line("  logic clock = 0;");
        line("  always #1 clock = ~clock;");
        line("  chip_test chip (.clock(clock));");
        line("endmodule");
        return text.toString();
    }

    private void line(String format, Object... arguments) {
        text.append(arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    private void core(int core) {
        CoreImage image = cores.get(core);
        Map<String, Integer> numbers = image.numbers();
        int lanes = numbers.get("LANES");
        line("");
        line("  // Core %d: %s.", core, image.core().name());
        line("  logic offer%d, grant%d, write%d;", core, core, core);
        line("  logic [%d:0] route%d;", numbers.get("PORT_BITS") - 1, core);
        line("  logic [%d:0] beat%d;", chip.bus().widthBits() - 1, core);
        line("  logic [%d:0] ready%d, take%d;", numbers.get("QUEUES") - 1, core, core);
        line("  logic [%d:0] beats%d;", numbers.get("QUEUES") * chip.bus().widthBits() - 1, core);
        line("  logic [%d:0] bank%d;", numbers.get("BANK_BITS") - 1, core);
        line("  logic [%d:0] word%d;", numbers.get("ADDRESS_BITS") - 1, core);
        line("  logic [%d:0] mask%d;", 2 * lanes - 1, core);
        line("  logic [%d:0] data%d;", 2 * lanes * numbers.get("WORD_BITS") - 1, core);
        line("  core #(");
        numbers.forEach((name, value) -> line("    .%s(%d),", name, value));
        image.constants().forEach((name, constant) -> line("    .%s(%s),", name, constant.literal()));
        line("    .LFSR_MASK(64'h%x),", chip.random().lfsr().mask());
        line("    .LFSR_SEED(64'h%x),", seeds.get(core));
        line("    .DIRECTORY(\"core%d\")", core);
        line("  ) core%d (", core);
        line("    .clock(clock), .reset(reset), .start(start), .kind(kind), .idle(idle[%d]), .offer(offer%d),", core, core);
        line("    .offer_route(route%d), .offer_beat(beat%d), .grant(grant%d), .queue_ready(ready%d),", core, core, core, core);
        line("    .queue_beats(beats%d), .queue_take(take%d), .write_enable(write%d), .write_bank(bank%d),", core, core, core, core);
        line("    .write_word(word%d), .write_mask(mask%d), .write_data(data%d));", core, core, core);
        if (image.ports().queues().isEmpty()) {
            line("  assign ready%d = 0;", core);
            line("  assign beats%d = 0;", core);
        }
    }

    private void queue(int q) {
        Place place = bus.queues().get(q);
        int number = 0;
        for (int earlier = 0; earlier < q; earlier++) {
            number += bus.queues().get(earlier).core() == place.core() ? 1 : 0;
        }
        int width = chip.bus().widthBits();
        line("");
        line("  // Channel %s from core %d to core %d.", place.queue().channel(), place.queue().sender(), place.core());
        line("  beat_queue #(.BUS_BITS(%d), .BEATS(%d), .ARRIVAL(%d)) queue%d (", width, chip.bus().bufferBeats(), place.arrivalCycles(), q);
        line("    .clock(clock), .reset(reset), .push(push[%d]), .push_beat(push_beat[%d +: %d]), .take(take%d[%d]),", q, q * width, width, place.core(), number);
        line("    .has_room(room[%d]), .ready(ready%d[%d]), .beat(beats%d[%d +: %d]));", q, place.core(), number, place.core(), number * width, width);
    }

    private void host(int h) {
        line("");
        line("  // The host's channel %s.", bus.host().get(h));
        line("  logic host_offer%d, host_grant%d, host_done%d;", h, h, h);
        line("  logic [%d:0] host_beat%d;", chip.bus().widthBits() - 1, h);
        line("  host_port #(.BUS_BITS(%d), .BEATS(%d), .FILE(\"host%d.mem\")) host%d (", chip.bus().widthBits(), Math.max(1, hostBeats.get(h)), h, h);
        line("    .clock(clock), .reset(reset), .step_start(start), .beats(step[%d +: 32]), .grant(host_grant%d),", 4 + 32 * h, h);
        line("    .offer(host_offer%d), .beat(host_beat%d), .done(host_done%d));", h, h, h);
    }

    private void arbiter() {
        line("");
        line("  logic [%d:0] step;", 4 + 32 * bus.host().size() - 1);
        if (bus.routes() == 0) {
            line("  logic bus_empty;");
            line("  assign bus_empty = 1;");
            for (int core = 0; core < cores.size(); core++) {
                line("  assign grant%d = 0;", core);
            }
            return;
        }
        int requesters = cores.size() + bus.host().size();
        int routeBits = bus.routes() == 1 ? 1 : 32 - Integer.numberOfLeadingZeros(bus.routes() - 1);
        int queues = Math.max(1, bus.queues().size());
        int width = chip.bus().widthBits();
        line("  logic [%d:0] request, granted;", requesters - 1);
        line("  logic [%d:0] request_route;", requesters * routeBits - 1);
        line("  logic [%d:0] request_beat;", requesters * width - 1);
        line("  logic [%d:0] room, push;", queues - 1);
        line("  logic [%d:0] push_beat;", queues * width - 1);
        line("  logic bus_empty;");
        if (bus.queues().isEmpty()) {
            line("  assign room = 0;");
        }
        List<String> offers = new ArrayList<>();
        List<String> ways = new ArrayList<>();
        List<String> beats = new ArrayList<>();
        List<String> grants = new ArrayList<>();
        for (int core = 0; core < cores.size(); core++) {
            offers.add("offer" + core);
            ways.add(routeBits + "'(" + bus.firstRoute(core) + " + 32'(route" + core + "))");
            beats.add("beat" + core);
            grants.add("grant" + core);
        }
        for (int h = 0; h < bus.host().size(); h++) {
            offers.add("host_offer" + h);
            ways.add(routeBits + "'d" + (bus.firstRoute(cores.size()) + h));
            beats.add("host_beat" + h);
            grants.add("host_grant" + h);
        }
        line("  assign request = {%s};", joined(offers));
        line("  assign request_route = {%s};", joined(ways));
        line("  assign request_beat = {%s};", joined(beats));
        line("  assign {%s} = granted;", joined(grants));
        line("  bus #(.REQUESTERS(%d), .ROUTES(%d), .SEGMENTS(%d), .QUEUES(%d), .BUS_BITS(%d), .DELAY_BITS(%d), .ROUTE_FILE(\"routes.mem\")) arbiter (",
                requesters, bus.routes(), bus.segments(), queues, width, bus.delayBits());
        line("    .clock(clock), .reset(reset), .kind(kind), .request(request), .request_route(request_route),");
        line("    .request_beat(request_beat), .queue_room(room), .grant(granted), .push(push), .push_beat(push_beat), .empty(bus_empty));");
    }

    /** Most significant first. */
    private static String joined(List<String> parts) {
        List<String> reversed = new ArrayList<>(parts);
        Collections.reverse(reversed);
        return String.join(", ", reversed);
    }

    private void driver() {
        line("");
        line("  localparam STEPS = %d;", steps);
        line("  logic [%d:0] schedule[0:STEPS-1];", 4 + 32 * bus.host().size() - 1);
        line("  logic [31:0] next_step, cycle;");
        line("  logic [2:0] waking;");
        line("  logic quiet, stepping, host_done;");
        StringBuilder done = new StringBuilder();
        for (int h = 0; h < bus.host().size(); h++) {
            done.append(" && host_done").append(h);
        }
        line("  assign host_done = 1%s;", done);
        line("  assign step = schedule[next_step];");
        line("  assign kind = step[3:0];");
        line("  assign reset = !waking[2];");
        line("  assign start = waking[2] && !stepping;");
        line("  initial begin");
        line("    $readmemh(\"steps.mem\", schedule);");
        line("    quiet = $test$plusargs(\"quiet\") != 0;");
        line("    waking = 0;");
        line("    stepping = 0;");
        line("    next_step = 0;");
        line("    cycle = 0;");
        line("  end");
        line("  always_ff @(posedge clock) begin");
        line("    if (!waking[2]) waking <= waking + 1;");
        line("    else if (!stepping) begin");
        line("      stepping <= 1;");
        line("      cycle <= 0;");
        line("    end else begin");
        for (int core = 0; core < cores.size(); core++) {
            line("      if (write%d && !quiet) $write(\"w %d %%0d %%0d %%0d %%h %%h\\n\", cycle, bank%d, word%d, mask%d, data%d);", core, core, core, core, core, core);
        }
        line("      cycle <= cycle + 1;");
        line("      if (&idle && bus_empty && host_done) begin");
        line("        $write(\"s %0d\\n\", cycle + 1);");
        line("        stepping <= 0;");
        line("        next_step <= next_step + 1;");
        line("        if (next_step + 1 == STEPS) begin");
        line("          $write(\"end %0d\\n\", STEPS);");
        line("          $finish;");
        line("        end");
        line("      end");
        line("    end");
        line("  end");
    }
}
