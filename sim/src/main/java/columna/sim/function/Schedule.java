package columna.sim.function;

import columna.sim.chip.Channel;
import columna.sim.chip.Chip;
import columna.sim.program.MicroOperation;
import columna.sim.program.MicroOperation.Receive;
import columna.sim.program.MicroOperation.Send;
import columna.sim.program.StepKind;
import columna.sim.program.StepKind.Issued;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An order of all cores' micro-operations in which everything is sent before it is received. Each core keeps its own order;
 * which of the possible interleavings is taken cannot change a bit, since cores share nothing but channels.
 */
final class Schedule {

    /** A micro-operation of a core. */
    record Entry(int core, Issued issued) {}

    private Schedule() {}

    /**
     * Interleaves the cores, visiting them in the given order.
     *
     * @throws IllegalArgumentException if cores wait for each other for ever
     */
    static List<Entry> of(Chip chip, StepKind kind, List<Integer> order) {
        List<List<Issued>> programs =
                chip.cores().stream().map(core -> kind.operations(core.program())).toList();
        int[] next = new int[programs.size()];
        Map<String, Integer> sent = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        boolean progress = true;
        while (progress) {
            progress = false;
            for (int core : order) {
                while (next[core] < programs.get(core).size()
                        && ready(programs.get(core).get(next[core]).operation(), chip, sent)) {
                    Issued issued = programs.get(core).get(next[core]++);
                    if (issued.operation() instanceof Send send) {
                        sent.merge(send.channel(), 1, Integer::sum);
                    }
                    entries.add(new Entry(core, issued));
                    progress = true;
                }
            }
        }
        for (int core = 0; core < next.length; core++) {
            if (next[core] < programs.get(core).size()) {
                throw new IllegalArgumentException("core " + chip.cores().get(core).name() + " waits for ever at '"
                        + programs.get(core).get(next[core]).operation().text() + "'");
            }
        }
        return entries;
    }

    private static boolean ready(MicroOperation operation, Chip chip, Map<String, Integer> sent) {
        if (!(operation instanceof Receive receive)) {
            return true;
        }
        Channel channel = chip.channels().get(receive.channel());
        return channel.senders().equals(List.of(Channel.HOST))
                || sent.getOrDefault(channel.name(), 0) >= channel.senders().size();
    }
}
