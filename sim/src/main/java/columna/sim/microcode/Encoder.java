package columna.sim.microcode;

import columna.fixedpoint.Format;
import columna.sim.accounting.BankShape;
import columna.sim.accounting.BeatPacking;
import columna.sim.accounting.LaneOrder;
import columna.sim.accounting.SummedIndices;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.program.Axis;
import columna.sim.program.Datapath;
import columna.sim.program.Memory;
import columna.sim.program.MicroOperation;
import columna.sim.program.MicroOperation.LookUp;
import columna.sim.program.MicroOperation.Maximum;
import columna.sim.program.MicroOperation.Receive;
import columna.sim.program.MicroOperation.Send;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.Operand;
import columna.sim.program.Operand.Part;
import columna.sim.program.Phase;
import columna.sim.program.Term;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes micro-operations as microcode words. From the lowest bit: operation code (3 bits: sum, look-up, maximum, send, receive),
 * order of lanes, phase (3), learning, shift (8); number of route, queue or table; senders; three bounds; destination
 * with its part (2); then for each term whether it is there, sign, alignment (7), real part, whether it has a right factor,
 * parts of both factors (2 each), outer and inner bound of its summed indices, addresses of both factors.
 */
final class Encoder {

    private static final int SHIFT_BITS = 8;
    private static final int ALIGNMENT_BITS = 7;
    private static final int PART_BITS = 2;
    /** Valid, negative, real part, right factor. */
    private static final int FLAGS = 4;
    private static final Axis NO_AXIS = new Axis("", 1);

    private final Chip chip;
    private final Core core;
    private final CorePorts ports;
    private final FieldWidths widths;
    private final List<Memory> banks;

    Encoder(Chip chip, Core core, CorePorts ports, FieldWidths widths) {
        this.chip = chip;
        this.core = core;
        this.ports = ports;
        this.widths = widths;
        this.banks = core.program().memories();
    }

    /** Bits of every word of the core's microcode. */
    int bits() {
        return encode(Phase.FORWARD, new SumOfProducts(new Operand(banks.getFirst(), banks.getFirst().axes(), Part.WHOLE), List.of(), false)).bits();
    }

    /** The word of a micro-operation. */
    PackedWord encode(Phase phase, MicroOperation operation) {
        PackedWord word = new PackedWord();
        word.add("operation", code(operation), 3)
                .add("order", reduces(operation))
                .add("phase", phase.ordinal(), 3)
                .add("learning", operation.learning())
                .add("shift", shift(operation), SHIFT_BITS)
                .add("port", port(operation), widths.port())
                .add("senders", operation instanceof Receive receive ? ports.senders(receive.channel()) : 0, widths.port());
        bounds(operation).forEach(bound -> word.add("bound", bound, widths.count()));
        switch (operation) {
            case SumOfProducts sum -> sum(word, sum);
            case Maximum maximum -> sum(word, asSum(maximum));
            case LookUp lookUp -> moved(word, Optional.of(lookUp.destination()), Optional.of(lookUp.source()), 0, false);
            case Send send -> moved(word, Optional.empty(), Optional.of(send.source()), 0, false);
            case Receive receive -> {
                Format payload = chip.payloadFormat(receive.channel());
                moved(word, Optional.of(receive.destination()), Optional.empty(), payload.width(), !payload.signed());
            }
        }
        return word;
    }

    static SumOfProducts asSum(Maximum maximum) {
        Term term = new Term(1, 0, false, maximum.source(), Optional.empty());
        return new SumOfProducts(maximum.destination(), List.of(term), maximum.learning());
    }

    private static int code(MicroOperation operation) {
        return switch (operation) {
            case SumOfProducts sum -> 0;
            case LookUp lookUp -> 1;
            case Maximum maximum -> 2;
            case Send send -> 3;
            case Receive receive -> 4;
        };
    }

    private static boolean reduces(MicroOperation operation) {
        return operation instanceof Maximum
                || operation instanceof SumOfProducts sum && LaneOrder.of(sum) == LaneOrder.REDUCE;
    }

    private int shift(MicroOperation operation) {
        return switch (operation) {
            case SumOfProducts sum -> Datapath.fractionBits(sum) - sum.destination().memory().format().fractionBits();
            case Receive receive -> chip.payloadFormat(receive.channel()).fractionBits()
                    - receive.destination().memory().format().fractionBits();
            default -> 0;
        };
    }

    private int port(MicroOperation operation) {
        return switch (operation) {
            case LookUp lookUp -> core.program().tables().indexOf(lookUp.table());
            case Send send -> ports.route(send.channel());
            case Receive receive -> ports.firstQueue(receive.channel());
            default -> 0;
        };
    }

    private List<Integer> bounds(MicroOperation operation) {
        return switch (operation) {
            case SumOfProducts sum -> rowsAndColumns(sum.destination());
            case Maximum maximum -> rowsAndColumns(maximum.destination());
            case LookUp lookUp -> {
                Memory memory = lookUp.destination().memory();
                yield List.of(memory.rows(), memory.columns(), 0);
            }
            case Send send -> packing(send.channel());
            case Receive receive -> packing(receive.channel());
        };
    }

    private static List<Integer> rowsAndColumns(Operand destination) {
        List<Axis> indices = destination.indices();
        int rows = indices.size() == 2 ? indices.getFirst().size() : 1;
        return List.of(rows, indices.isEmpty() ? 1 : indices.getLast().size(), 0);
    }

    private List<Integer> packing(String channel) {
        BeatPacking packing = BeatPacking.of(chip.channels().get(channel), chip.bus());
        return List.of(packing.elements(), packing.elementsPerPacket(), packing.beatsPerPacket());
    }

    private void sum(PackedWord word, SumOfProducts sum) {
        Operand destination = sum.destination();
        List<Axis> loops = new ArrayList<>(loops(destination));
        address(word, destination, loops);
        word.add("part", destination.part().ordinal(), PART_BITS);
        for (int t = 0; t < widths.terms(); t++) {
            term(word, sum, t < sum.terms().size() ? Optional.of(sum.terms().get(t)) : Optional.empty(), loops);
        }
    }

    private static List<Axis> loops(Operand destination) {
        List<Axis> indices = destination.indices();
        Axis row = indices.size() == 2 ? indices.getFirst() : NO_AXIS;
        return List.of(row, indices.isEmpty() ? NO_AXIS : indices.getLast(), NO_AXIS, NO_AXIS);
    }

    private void term(PackedWord word, SumOfProducts sum, Optional<Term> term, List<Axis> destination) {
        List<Axis> loops = new ArrayList<>(destination);
        if (term.isPresent()) {
            List<Axis> summed = SummedIndices.of(sum, term.get());
            if (summed.size() > 2) {
                throw new IllegalArgumentException("'" + sum.text() + "' sums over " + summed.size()
                        + " indices of a term; the microcode has loops for at most 2");
            }
            for (int i = 0; i < summed.size(); i++) {
                loops.set(4 - summed.size() + i, summed.get(i));
            }
        }
        Optional<Operand> right = term.flatMap(Term::right);
        word.add("valid", term.isPresent())
                .add("negative", term.isPresent() && term.get().sign() < 0)
                .add("alignment", term.map(t -> Datapath.fractionBits(sum) - t.fractionBits()).orElse(0), ALIGNMENT_BITS)
                .add("real part", term.isPresent() && term.get().realPart())
                .add("right", right.isPresent())
                .add("part", term.map(t -> t.left().part().ordinal()).orElse(0), PART_BITS)
                .add("part", right.map(o -> o.part().ordinal()).orElse(0), PART_BITS)
                .add("outer", loops.get(2).size(), widths.count())
                .add("inner", loops.get(3).size(), widths.count());
        term.ifPresentOrElse(t -> address(word, t.left(), loops), () -> noAddress(word));
        right.ifPresentOrElse(o -> address(word, o, loops), () -> noAddress(word));
    }

    private void noAddress(PackedWord word) {
        word.zeros(widths.addressField());
    }

    /** An operand as it lies in its bank, element by element; for a receive, how its payload looks is in the first term. */
    private void moved(
            PackedWord word, Optional<Operand> destination, Optional<Operand> source, int payloadBits, boolean unsigned) {
        destination.ifPresentOrElse(o -> ownShape(word, o.memory()), () -> noAddress(word));
        word.add("part", destination.map(o -> o.part().ordinal()).orElse(0), PART_BITS)
                .add("valid", source.isPresent())
                .add("negative", unsigned)
                .add("alignment", payloadBits, ALIGNMENT_BITS)
                .add("real part", false)
                .add("right", false)
                .add("part", source.map(o -> o.part().ordinal()).orElse(0), PART_BITS)
                .add("part", 0, PART_BITS)
                .add("outer", 1, widths.count())
                .add("inner", 1, widths.count());
        source.ifPresentOrElse(o -> ownShape(word, o.memory()), () -> noAddress(word));
        noAddress(word);
        for (int t = 1; t < widths.terms(); t++) {
            word.zeros(FLAGS + ALIGNMENT_BITS + 2 * PART_BITS + 2 * widths.count());
            noAddress(word);
            noAddress(word);
        }
    }

    private void ownShape(PackedWord word, Memory memory) {
        BankShape shape = BankShape.of(memory, core.hardware().lanes());
        word.add("bank", banks.indexOf(memory), widths.bank())
                .add("row words", shape.wordsPerRow(), widths.address())
                .add("row columns", 0, widths.column())
                .add("column words", 0, widths.address())
                .add("column columns", 1, widths.column())
                .zeros(2 * (widths.address() + widths.column()));
    }

    private void address(PackedWord word, Operand operand, List<Axis> loops) {
        BankShape shape = BankShape.of(operand.memory(), core.hardware().lanes());
        word.add("bank", banks.indexOf(operand.memory()), widths.bank());
        for (Axis loop : loops) {
            int stride = loop == NO_AXIS ? 0 : operand.stride(loop);
            word.add("stride in words", stride / shape.columns() * shape.wordsPerRow(), widths.address())
                    .add("stride in columns", stride % shape.columns(), widths.column());
        }
    }
}
