package columna.sim.microcode;

import columna.fixedpoint.table.TableImage;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.program.Datapath;
import columna.sim.program.Memory;
import columna.sim.program.MicroOperation;
import columna.sim.program.MicroOperation.Receive;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.Table;

/**
 * Widths of a core's arithmetic, in bits, sign included.
 *
 * @param word widest word of a memory, an unsigned one with a sign bit
 * @param accumulator widest exact sum or value of a table
 * @param round widest value inside a rounding unit: one shifted left as far as its micro-operation needs
 */
record ArithmeticWidths(int word, int accumulator, int round) {

    static ArithmeticWidths of(Chip chip, Core core, CorePorts ports) {
        int word = 2;
        for (Memory memory : core.program().memories()) {
            word = Math.max(word, memory.format().width() + (memory.format().signed() ? 0 : 1));
        }
        ArithmeticWidths widths = new ArithmeticWidths(word, word + 1, word + 2);
        for (MicroOperation operation : FieldWidths.operations(core.program())) {
            if (operation instanceof SumOfProducts sum) {
                int shift = Datapath.fractionBits(sum) - sum.destination().memory().format().fractionBits();
                widths = widths.with(Datapath.accumulatorBits(sum), -shift);
            } else if (operation instanceof Receive receive) {
                var payload = chip.payloadFormat(receive.channel());
                int senders = ports.senders(receive.channel());
                int sum = payload.width() + (payload.signed() ? 0 : 1) + FieldWidths.bitsFor(senders);
                widths = widths.with(sum, receive.destination().memory().format().fractionBits() - payload.fractionBits());
            }
        }
        for (Table table : core.program().tables()) {
            widths = widths.with(table);
        }
        return widths;
    }

    private ArithmeticWidths with(int value, int leftShift) {
        return new ArithmeticWidths(
                word, Math.max(accumulator, value), Math.max(round, value + Math.max(0, leftShift) + 2));
    }

    private ArithmeticWidths with(Table table) {
        TableImage image = table.contents().image();
        int signBit = image.entry().signed() ? 0 : 1;
        int value = image.entry().width() + signBit + (image.linear() ? image.indexShift() + 2 : 0);
        int left = table.contents().output().fractionBits() - image.fractionBits();
        // The exponent of the lowest positive input: its value is the farthest to the left.
        int exponent = -table.contents().input().fractionBits();
        int extra = switch (image.kind()) {
            case DIRECT -> 0;
            case RECIPROCAL -> -exponent;
            case RECIPROCAL_SQUARE_ROOT -> Math.ceilDiv(-exponent, 2) + 1;
        };
        return with(value, left + Math.max(0, extra));
    }
}
