package columna.sim.timing;

import columna.sim.accounting.LaneOrder;
import columna.sim.chip.PipelineHardware;
import columna.sim.program.MicroOperation;
import columna.sim.program.MicroOperation.LookUp;
import columna.sim.program.MicroOperation.Maximum;
import columna.sim.program.MicroOperation.Receive;
import columna.sim.program.MicroOperation.Send;
import columna.sim.program.MicroOperation.SumOfProducts;

/** Cycles from the one in which a slot issues to the one at whose end its result is committed. */
public final class Latency {

    private static final int ACCUMULATE = 1;
    private static final int WRITE = 1;
    private static final int TABLE_ADDRESS = 1;
    private static final int TABLE_ROM = 1;

    private Latency() {}

    /**
     * The latency of a micro-operation's slots: to the commit of the word for those that write; from the last drained beat
     * of a word for a receive; to the first cycle in which the beat is offered to the bus for a send.
     */
    public static int of(MicroOperation operation, PipelineHardware pipeline, int lanes) {
        int read = pipeline.memoryReadCycles();
        int multiply = pipeline.multiplyCycles();
        int round = pipeline.roundCycles();
        return switch (operation) {
            case SumOfProducts sum -> read + multiply + tree(LaneOrder.of(sum), lanes) + ACCUMULATE + round + WRITE - 1;
            case LookUp lookUp -> read + TABLE_ADDRESS + TABLE_ROM + multiply + round + WRITE - 1;
            case Maximum maximum -> read + tree(LaneOrder.REDUCE, lanes) + ACCUMULATE + WRITE - 1;
            case Receive receive -> 1 + round + WRITE - 1;
            case Send send -> read;
        };
    }

    /** Stages of the tree that joins the lanes: the logarithm of their number, rounded up. */
    static int tree(LaneOrder order, int lanes) {
        return order == LaneOrder.MAP ? 0 : 32 - Integer.numberOfLeadingZeros(lanes - 1);
    }
}
