package columna.experiments.rtl;

import columna.experiments.rtl.ExpectedWrites.Write;
import columna.sim.accounting.BankShape;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.function.Cells;
import columna.sim.microcode.CoreImage;
import columna.sim.program.Memory;
import columna.sim.program.MicroOperation.Writing;
import columna.sim.program.Operand;
import columna.sim.program.Operand.Part;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * One time step of a core compared: the RTL's writes come in order, each is held against the timing engine's (cycle, bank, word)
 * and against what the functional chip left in the memory when the micro-operation was done; and every word of the destination must
 * have been written once.
 */
final class StepComparison {

    private final int number;
    private final Core core;
    private final int wordBits;
    private final int timeStep;
    private final ExpectedWrites expected;
    private final List<int[][][]> after = new ArrayList<>();
    private final List<Integer> writing;
    private final BitSet written = new BitSet();
    private int next;
    private int operation = -1;
    private long words;

    StepComparison(Chip chip, CoreImage image, int core, int timeStep, ExpectedWrites expected) {
        this.number = core;
        this.core = chip.cores().get(core);
        this.wordBits = image.numbers().get("WORD_BITS");
        this.timeStep = timeStep;
        this.expected = expected;
        this.writing = expected.writing(core);
    }

    /** What the functional chip has after the next writing micro-operation. */
    void after(Cells cells) {
        after.add(new int[][][] {copy(cells.rows(false)), cells.memory().complex() ? copy(cells.rows(true)) : new int[0][]});
    }

    private static int[][] copy(int[][] rows) {
        int[][] copy = new int[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            copy[row] = rows[row].clone();
        }
        return copy;
    }

    /** Words of elements compared so far. */
    long words() {
        return words;
    }

    /** The RTL has written a word. */
    Optional<Difference> write(long cycle, int bank, int word, LoggedBits mask, LoggedBits data) {
        List<Write> all = expected.writes().get(number);
        if (next == all.size()) {
            return difference(name(bank), cycle, "no further write", "a write of word " + word);
        }
        Write wanted = all.get(next++);
        if (wanted.operation() != operation) {
            Optional<Difference> incomplete = finish(cycle);
            if (incomplete.isPresent()) {
                return incomplete;
            }
            operation = wanted.operation();
        }
        if (wanted.bank() != bank || wanted.word() != word || wanted.cycle() != cycle) {
            return difference(name(wanted.bank()), wanted.cycle(),
                    "a write of " + name(wanted.bank()) + " word " + wanted.word() + " in cycle " + wanted.cycle(),
                    "a write of " + name(bank) + " word " + word + " in cycle " + cycle);
        }
        if (mask.unknown().signum() != 0) {
            return difference(name(bank), cycle, "write enables of word " + word, "undefined bits");
        }
        return compare(cycle, word, mask.known(), data);
    }

    private Optional<Difference> compare(long cycle, int word, BigInteger mask, LoggedBits data) {
        Operand destination = destination();
        Memory memory = destination.memory();
        BankShape shape = BankShape.of(memory, core.hardware().lanes());
        int row = word / shape.wordsPerRow();
        int first = word % shape.wordsPerRow() * shape.lanes();
        int[][][] words = after.get(writing.indexOf(operation));
        for (int bit = mask.getLowestSetBit(); bit >= 0; bit = next(mask, bit)) {
            int column = first + bit / 2;
            int part = bit % 2;
            if (column >= memory.columns() || part == 1 && !memory.complex()) {
                return difference(memory.name(), cycle, "no write beyond the row", "an enable of part " + bit + " of word " + word);
            }
            int found = data.known().shiftRight(bit * wordBits).intValue() << 32 - Math.min(32, wordBits) >> 32 - Math.min(32, wordBits);
            int wanted = words[part][row][column];
            this.words++;
            String element = memory.name() + "[" + row + "," + column + "]" + (part == 1 ? " imaginary" : "");
            if (data.unknown(bit * wordBits, wordBits)) {
                return difference(element, cycle, wanted + " from '" + text() + "'", "undefined bits");
            }
            if (found != wanted) {
                return difference(element, cycle, wanted + " from '" + text() + "'", Integer.toString(found));
            }
            int place = (row * memory.columns() + column) * 2 + part;
            if (written.get(place)) {
                return difference(element, cycle, "one write by '" + text() + "'", "a second one");
            }
            written.set(place);
        }
        return Optional.empty();
    }

    private static int next(BigInteger mask, int bit) {
        int above = mask.shiftRight(bit + 1).getLowestSetBit();
        return above < 0 ? -1 : above + bit + 1;
    }

    /** The step is over. */
    Optional<Difference> end(long cycle) {
        List<Write> all = expected.writes().get(number);
        if (next < all.size()) {
            Write missing = all.get(next);
            return difference(name(missing.bank()), missing.cycle(), "a write of word " + missing.word(), "none");
        }
        return finish(cycle);
    }

    private Optional<Difference> finish(long cycle) {
        if (operation < 0) {
            return Optional.empty();
        }
        Operand destination = destination();
        int parts = destination.part() == Part.WHOLE ? destination.memory().parts() : 1;
        long due = destination.memory().elements() * parts;
        if (written.cardinality() != due) {
            return difference(destination.memory().name(), cycle, due + " words written by '" + text() + "'",
                    Integer.toString(written.cardinality()));
        }
        written.clear();
        return Optional.empty();
    }

    private Operand destination() {
        return ((Writing) expected.operations().get(number).get(operation)).destination();
    }

    private String text() {
        return expected.operations().get(number).get(operation).text();
    }

    private String name(int bank) {
        List<Memory> memories = core.program().memories();
        return bank < memories.size() ? memories.get(bank).name() : "bank " + bank;
    }

    private Optional<Difference> difference(String signal, long cycle, String wanted, String found) {
        return Optional.of(new Difference(core.name() + " " + signal, timeStep, cycle, wanted, found));
    }
}
