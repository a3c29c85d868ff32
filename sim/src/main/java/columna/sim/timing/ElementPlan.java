package columna.sim.timing;

import columna.sim.accounting.BankShape;
import columna.sim.accounting.BeatPacking;
import columna.sim.accounting.Sources;
import columna.sim.chip.CoreHardware;
import columna.sim.program.MicroOperation.LookUp;
import columna.sim.program.MicroOperation.Maximum;
import columna.sim.program.MicroOperation.Send;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.Term;
import java.util.List;
import java.util.Optional;

/** Lays out the slots of the micro-operations that have one source. */
final class ElementPlan {

    private ElementPlan() {}

    /** As many neighbouring real words per slot as there are look-up units, all of one word of either bank. */
    static SlotPlan of(LookUp lookUp, CoreHardware hardware) {
        InPlace.check(lookUp);
        if (!lookUp.source().indices().equals(lookUp.destination().indices())) {
            throw new IllegalArgumentException("'" + lookUp.text() + "' has different indices on its two sides");
        }
        SlotPlan.Builder plan = new SlotPlan.Builder();
        HeldWords held = new HeldWords(Sources.of(lookUp), plan);
        BankShape source = BankShape.of(lookUp.source().memory(), hardware.lanes());
        BankShape destination = BankShape.of(lookUp.destination().memory(), hardware.lanes());
        int parts = lookUp.source().complex() ? 2 : 1;
        int elements = Math.toIntExact(lookUp.destination().memory().elements());
        for (int element = 0; element < elements; ) {
            int run = Math.min(source.remaining(element), destination.remaining(element));
            held.need(0, source.word(element));
            for (int done = 0; done < run * parts; done += hardware.tableUnits()) {
                int end = Math.min(done + hardware.tableUnits(), run * parts);
                plan.slot(0, 0, 0, 0);
                plan.finish(end / parts - done / parts, SlotPlan.NO_WORD);
            }
            if (run == destination.remaining(element)) {
                plan.complete(destination.word(element));
            }
            element += run;
        }
        return plan.build();
    }

    /** As a sum that runs along the lanes, with a comparison where the sum has an addition. */
    static SlotPlan of(Maximum maximum, int lanes) {
        Term term = new Term(1, 0, false, maximum.source(), Optional.empty());
        return SumPlan.reducing(new SumOfProducts(maximum.destination(), List.of(term), maximum.learning()), lanes);
    }

    /** One beat per slot; the first beat of a packet reads the words of its elements, those of flags read nothing. */
    static SlotPlan of(Send send, BeatPacking packing, PacketMask mask, int lanes) {
        SlotPlan.Builder plan = new SlotPlan.Builder();
        HeldWords held = new HeldWords(Sources.of(send), plan);
        BankShape shape = BankShape.of(send.source().memory(), lanes);
        for (int beat = 0; beat < mask.flagBeats(); beat++) {
            plan.slot(0, 0, 0, 0);
        }
        for (int packet = mask.packets().nextSetBit(0); packet >= 0; packet = mask.packets().nextSetBit(packet + 1)) {
            for (int element = packing.first(packet); element < packing.end(packet); element++) {
                held.need(0, shape.word(element));
            }
            for (int beat = 0; beat < packing.beatsPerPacket(); beat++) {
                plan.slot(0, 0, 0, 0);
            }
        }
        return plan.build();
    }
}
