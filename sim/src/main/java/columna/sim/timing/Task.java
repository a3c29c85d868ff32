package columna.sim.timing;

import columna.sim.accounting.BeatPacking;
import columna.sim.accounting.Sources;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.chip.CoreHardware;
import columna.sim.program.MicroOperation;
import columna.sim.program.MicroOperation.LookUp;
import columna.sim.program.MicroOperation.Maximum;
import columna.sim.program.MicroOperation.Receive;
import columna.sim.program.MicroOperation.Send;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.Operand;
import java.util.List;
import java.util.Map;

/**
 * A micro-operation made ready for one core, whatever the kind of step.
 *
 * @param operation the micro-operation
 * @param latency cycles from issue to commit, see {@link Latency}
 * @param plan its slots, none for a receive
 * @param sources memory read at each operand position
 * @param banks bank of each operand position, a number of the core
 * @param destinationBank bank that is written, -1 if none
 */
record Task(MicroOperation operation, int latency, SlotPlan plan, List<String> sources, int[] banks, int destinationBank) {

    /** @param plans plans made so far, by micro-operation and hardware; equal cores share them */
    static Task of(MicroOperation operation, Chip chip, Core core, Map<PlanKey, SlotPlan> plans) {
        int lanes = core.hardware().lanes();
        List<Operand> operands = Sources.of(operation);
        SlotPlan plan = plans.computeIfAbsent(new PlanKey(operation, core.hardware()), key -> plan(key, chip));
        return new Task(
                operation,
                Latency.of(operation, chip.pipeline(), lanes),
                plan,
                operands.stream().map(o -> o.memory().name()).toList(),
                operands.stream().mapToInt(o -> bank(core, o)).toArray(),
                operation instanceof MicroOperation.Writing writing ? bank(core, writing.destination()) : -1);
    }

    /**
     * What a plan depends on.
     *
     * @param operation the micro-operation with its memories
     * @param hardware lanes and look-up units of the core
     */
    record PlanKey(MicroOperation operation, CoreHardware hardware) {}

    private static SlotPlan plan(PlanKey key, Chip chip) {
        int lanes = key.hardware().lanes();
        return switch (key.operation()) {
            case SumOfProducts sum -> SumPlan.of(sum, lanes);
            case LookUp lookUp -> ElementPlan.of(lookUp, key.hardware());
            case Maximum maximum -> ElementPlan.of(maximum, lanes);
            case Send send -> {
                BeatPacking packing = packing(chip, send.channel());
                yield ElementPlan.of(send, packing, PacketMask.all(packing), lanes);
            }
            case Receive receive -> new SlotPlan.Builder().build();
        };
    }

    /** The task of a send that sends these packets only. */
    Task sending(PacketMask mask, Chip chip, int lanes) {
        Send send = (Send) operation;
        SlotPlan shorter = ElementPlan.of(send, packing(chip, send.channel()), mask, lanes);
        return new Task(operation, latency, shorter, sources, banks, destinationBank);
    }

    static BeatPacking packing(Chip chip, String channel) {
        return BeatPacking.of(chip.channels().get(channel), chip.bus());
    }

    private static int bank(Core core, Operand operand) {
        List<String> names = core.program().memories().stream().map(m -> m.name()).toList();
        return names.indexOf(operand.memory().name());
    }

    /** The memory that is written. */
    String destination() {
        return ((MicroOperation.Writing) operation).destination().memory().name();
    }
}
