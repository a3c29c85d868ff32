package columna.sim.timing;

import columna.fixedpoint.Quantization;
import columna.hardware.block.Action;
import columna.hardware.block.Block;
import columna.hardware.block.RegisterFile;
import columna.sim.accounting.ActionCounts;
import columna.sim.accounting.ActionKey;
import columna.sim.accounting.BeatPacking;
import columna.sim.accounting.Blocks;
import columna.sim.accounting.CoreBlocks;
import columna.sim.accounting.Sources;
import columna.sim.accounting.TableBlocks;
import columna.sim.accounting.Units;
import columna.sim.chip.Channel;
import columna.sim.program.Memory;
import columna.sim.program.MicroOperation.LookUp;
import columna.sim.program.MicroOperation.Maximum;
import columna.sim.program.MicroOperation.Receive;
import columna.sim.program.MicroOperation.Send;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.MicroOperation;
import columna.sim.program.Operand;
import columna.sim.program.Phase;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Files what the units counted under the blocks that did it. */
final class Counting {

    private final Blocks blocks;
    private final ActionCounts.Builder counts = new ActionCounts.Builder();

    Counting(Blocks blocks) {
        this.blocks = blocks;
    }

    ActionCounts counts() {
        return counts.build();
    }

    void addHost(HostChannel channel) {
        for (int segment : channel.route().segments()) {
            counts.add(
                    new ActionKey(Channel.HOST, channel.phase(), channel.position(), blocks.wire(segment), Action.TRANSFER),
                    channel.granted());
        }
    }

    /** @param routes of the core's channels */
    void add(int core, Activity activity, Map<String, Route> routes) {
        new OfOperation(core, activity, blocks.core(core), routes).add();
    }

    /** The counts of one micro-operation. */
    private final class OfOperation {

        private final int core;
        private final Activity activity;
        private final CoreBlocks own;
        private final Phase phase;
        private final MicroOperation operation;
        private final Map<String, Route> routes;

        OfOperation(int core, Activity activity, CoreBlocks own, Map<String, Route> routes) {
            this.routes = routes;
            this.core = core;
            this.activity = activity;
            this.own = own;
            this.phase = activity.issued.phase();
            this.operation = activity.issued.operation();
        }

        void add() {
            long cycles = activity.lastCycle - activity.firstCycle + 1;
            count(own.sequencer(), Action.FETCH, 1);
            count(own.sequencer(), Action.CLOCK, cycles - 1);
            banks(cycles);
            switch (operation) {
                case SumOfProducts sum -> sum(sum);
                case LookUp lookUp -> lookUp(lookUp);
                case Maximum maximum -> count(own.lanes().comparators(), Action.COMPARE, activity.adds);
                case Send send -> send(send);
                case Receive receive -> receive(receive);
            }
        }

        private void banks(long cycles) {
            List<Operand> sources = Sources.of(operation);
            Set<String> named = new LinkedHashSet<>();
            for (int i = 0; i < sources.size(); i++) {
                String memory = sources.get(i).memory().name();
                named.add(memory);
                count(own.banks().get(memory), Action.READ, activity.reads[i]);
                count(own.operands(), Action.WRITE, activity.reads[i]);
            }
            if (operation instanceof MicroOperation.Writing writing) {
                String memory = writing.destination().memory().name();
                named.add(memory);
                count(own.banks().get(memory), Action.WRITE, activity.writes);
            }
            named.stream().map(own.banks()::get).filter(RegisterFile.class::isInstance)
                    .forEach(bank -> count(bank, Action.CLOCK, cycles));
        }

        private void sum(SumOfProducts sum) {
            count(own.lanes().multipliers(), Action.MULTIPLY, activity.multiplies);
            count(own.lanes().adders(), Action.ADD, activity.adds);
            count(own.lanes().accumulators(), Action.WRITE, activity.accumulates);
            round(sum.destination(), sum.destination().complex() ? 2 : 1);
        }

        /** A table that neither interpolates nor normalises is a mere memory; its rounding needs no random words. */
        private void lookUp(LookUp lookUp) {
            TableBlocks tables = own.tables();
            long words = activity.finished * (lookUp.source().complex() ? 2 : 1);
            count(tables.roms().get(lookUp.table()), Action.LOOK_UP, words);
            if (TableBlocks.normalises(lookUp.table())) {
                count(tables.detectors(), Action.COMPARE, words);
                count(tables.normalisers(), Action.SHIFT, words);
                count(tables.denormalisers(), Action.SHIFT, words);
            }
            if (TableBlocks.interpolates(lookUp.table())) {
                count(tables.interpolators(), Action.MULTIPLY, words);
                count(tables.interpolatorAdders(), Action.ADD, 2 * words);
            }
            count(own.rounding(), Action.ROUND, words);
        }

        /** Of the senders of a sum, each but the first meets the sum of those before it in one node. */
        private void send(Send send) {
            count(own.port().sendQueue(), Action.WRITE, activity.beats);
            count(own.port().sendQueue(), Action.READ, activity.beats);
            errors(send);
            Route route = routes.get(send.channel());
            for (int segment : route.segments()) {
                count(blocks.wire(segment), Action.TRANSFER, activity.beats);
            }
            if (route.partners().length > 0 && route.partners()[0] != core) {
                Memory memory = send.source().memory();
                count(blocks.nodeAdders(), Action.ADD, memory.elements() * memory.parts());
            }
        }

        /** What was compared when the words were written is filed under the send for whose sake it was. */
        private void errors(Send send) {
            Channel channel = blocks.chip().channels().get(send.channel());
            if (blocks.chip().skips(channel)) {
                Memory memory = send.source().memory();
                count(own.port().comparators(), Action.COMPARE, 2 * memory.elements() * memory.parts());
                count(own.port().flags(), Action.WRITE, BeatPacking.of(channel, blocks.chip().bus()).packets());
            }
        }

        private void receive(Receive receive) {
            count(own.port().receiveQueues(), Action.WRITE, activity.beats);
            count(own.port().receiveQueues(), Action.READ, activity.beats);
            count(own.port().adders(), Action.ADD, activity.adds);
            count(own.port().flags(), Action.WRITE, activity.flags);
            round(receive.destination(), receive.destination().memory().parts());
        }

        /** A random word is drawn for every word that is rounded into a stochastic format. */
        private void round(Operand destination, int parts) {
            Memory memory = destination.memory();
            long words = activity.finished * parts;
            count(own.rounding(), Action.ROUND, words);
            if (memory.format().quantization() == Quantization.STOCHASTIC) {
                count(own.random(), Action.ADVANCE, Math.multiplyExact(words, blocks.chip().random().bits()));
            }
        }

        private void count(Units<?> units, Action action, long count) {
            if (count > 0) {
                count(units.block().orElseThrow(), action, count);
            }
        }

        private void count(Block block, Action action, long count) {
            counts.add(new ActionKey(core, phase, activity.position, block, action), count);
        }
    }
}
