package columna.experiments.rtl;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.rtl.Slot.Factor;
import columna.fixedpoint.Lfsr;
import columna.hardware.block.Ports;
import columna.sim.accounting.LaneOrder;
import columna.sim.chip.BusHardware;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.chip.CoreHardware;
import columna.sim.chip.PipelineHardware;
import columna.sim.chip.RandomHardware;
import columna.sim.program.CoreProgram;
import columna.sim.program.Memory;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.Phase;
import columna.sim.program.StepKind;
import columna.sim.timing.CycleObserver;
import columna.sim.timing.TimingEngine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the RTL's slots are compared with issues, reads and writes as the clocked engine does. */
class ExpectedSlotsTest {

    private static final int SUMS = 150;
    private static final StepKind INFERENCE = new StepKind(false, false, false, false);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8})
    void areTheEnginesSlots(int lanes) {
        RandomSums sums = new RandomSums(new SplittableRandom(lanes), 2 * lanes + 3, 3, 160);
        int compared = 0;
        while (compared < SUMS) {
            SumOfProducts sum = sums.next();
            List<Slot> expected = ExpectedSlots.of(sum, LaneOrder.of(sum), lanes);
            // Irregular groups are not listed; the engine refuses sums that read other elements of what they write.
            if (expected.isEmpty() || expected.size() > 2000 || readsItsDestination(sum)) {
                continue;
            }
            assertThat(engine(sum, lanes)).as(sum.text() + " on " + lanes + " lanes").isEqualTo(events(sum, expected));
            compared++;
        }
    }

    private static boolean readsItsDestination(SumOfProducts sum) {
        Memory destination = sum.destination().memory();
        return sum.terms().stream().anyMatch(term -> term.left().memory().equals(destination)
                || term.right().filter(right -> right.memory().equals(destination)).isPresent());
    }

    /** Reads and slots in order, and the words that are written in order. */
    private record Events(List<String> readsAndSlots, List<Integer> writes) {}

    private static Events engine(SumOfProducts sum, int lanes) {
        Set<Memory> memories = new HashSet<>(Set.of(sum.destination().memory()));
        sum.terms().forEach(term -> {
            memories.add(term.left().memory());
            term.right().ifPresent(right -> memories.add(right.memory()));
        });
        CoreProgram program = new CoreProgram("core", List.copyOf(memories), List.of(), Map.of(Phase.FORWARD, List.of(sum)));
        Chip chip = Chip.of(List.of(new Core("core", 0, program, new CoreHardware(lanes, Ports.TWO_READ_ONE_WRITE, 1))),
                new PipelineHardware(1, 1, 1), new BusHardware(64, 1, 4), new RandomHardware(Lfsr.named("LFSR16", 1), 8));
        Events events = new Events(new ArrayList<>(), new ArrayList<>());
        new TimingEngine(chip, false).step(INFERENCE, new CycleObserver() {
            @Override
            public void read(long cycle, int core, int operation, String memory, int word) {
                events.readsAndSlots().add(memory + " " + word);
            }

            @Override
            public void issued(long cycle, int core, int operation, int slot) {
                events.readsAndSlots().add("slot");
            }

            @Override
            public void written(long cycle, int core, int operation, String memory, int word) {
                events.writes().add(word);
            }
        });
        return events;
    }

    /** Of the slots, if each position holds the word that it read last and two positions share a read. */
    private static Events events(SumOfProducts sum, List<Slot> slots) {
        Events events = new Events(new ArrayList<>(), new ArrayList<>());
        Map<String, Integer> held = new HashMap<>();
        for (Slot slot : slots) {
            Set<String> reads = new LinkedHashSet<>();
            for (int position = 0; position < slot.factors().size(); position++) {
                Factor factor = slot.factors().get(position);
                Integer before = held.put(slot.term() + "." + position, factor.place().word());
                if (before == null || before != factor.place().word()) {
                    reads.add(factor.operand().memory().name() + " " + factor.place().word());
                }
            }
            events.readsAndSlots().addAll(reads);
            events.readsAndSlots().add("slot");
            if (slot.completes()) {
                events.writes().add(slot.written().word());
            }
        }
        assertThat(slots.getLast().last()).as(sum.text()).isTrue();
        return events;
    }
}
