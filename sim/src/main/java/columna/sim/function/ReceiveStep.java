package columna.sim.function;

import columna.fixedpoint.Cast;
import columna.fixedpoint.Format;
import columna.fixedpoint.kernel.Narrowing;
import columna.fixedpoint.kernel.RowKernels;
import columna.sim.program.MicroOperation.Receive;

/** The receiving end of a channel: adds what all senders sent and rounds each sum once. */
final class ReceiveStep implements Step {

    private final Cells destination;
    private final CoreState core;
    private final Mailbox mailbox;
    private final RowKernels kernels;
    private final Written written;
    private final Narrowing narrowing;
    private final Noise noise;
    private final SignalRecord record;
    private final int columns;
    private final int[] accumulator;

    /**
     * @param record where events of the destination go
     */
    ReceiveStep(
            Receive operation, CoreState core, Mailbox mailbox, RowKernels kernels, int randomBits, SignalRecord record) {
        this.destination = core.cells(operation.destination().memory());
        this.core = core;
        this.mailbox = mailbox;
        this.kernels = kernels;
        this.written = new Written(operation.destination(), core);
        this.narrowing = Narrowing.of(mailbox.format().fractionBits(), destination.memory().format(), randomBits);
        this.noise = new Noise(written, core);
        this.record = record;
        this.columns = destination.memory().columns();
        this.accumulator = new int[columns];
    }

    @Override
    public void run() {
        int[][][] senders = mailbox.receive();
        long firstUse = core.reserve(written.randomUses());
        boolean observed = record != SignalRecord.NONE;
        boolean exact = senders.length == 1 && sameRange();
        boolean fits = Saturating.multiply(senders.length, largest(mailbox.format())) <= Integer.MAX_VALUE;
        for (int part = 0; part < destination.memory().parts(); part++) {
            int[][] rows = destination.rows(part == 1);
            for (int row = 0; row < rows.length; row++) {
                if (observed || !(exact || fits)) {
                    addOneByOne(senders, part, row, noise.of(row, part, firstUse), rows[row]);
                } else if (exact) {
                    System.arraycopy(senders[0][part], row * columns, rows[row], 0, columns);
                } else {
                    add(senders, part, row);
                    kernels.narrow(accumulator, narrowing, noise.of(row, part, firstUse), rows[row], columns);
                }
            }
        }
        destination.changed();
    }

    /** Whether every word of the channel is a word of the destination. */
    private boolean sameRange() {
        Format from = mailbox.format();
        Format to = destination.memory().format();
        return from.fractionBits() == to.fractionBits()
                && from.minimumRaw() >= to.lowestAllowedRaw()
                && from.maximumRaw() <= to.maximumRaw();
    }

    private static long largest(Format format) {
        return Math.max(-format.minimumRaw(), format.maximumRaw());
    }

    private void add(int[][][] senders, int part, int row) {
        System.arraycopy(senders[0][part], row * columns, accumulator, 0, columns);
        for (int sender = 1; sender < senders.length; sender++) {
            int[] words = senders[sender][part];
            int first = row * columns;
            for (int i = 0; i < columns; i++) {
                accumulator[i] += words[first + i];
            }
        }
    }

    private void addOneByOne(int[][][] senders, int part, int row, int[] random, int[] out) {
        for (int i = 0; i < columns; i++) {
            long exact = 0;
            for (int[][] words : senders) {
                exact += words[part][row * columns + i];
            }
            // A random word of 32 bits uses the sign bit.
            long word = written.stochastic() ? Integer.toUnsignedLong(random[i]) : 0;
            out[i] = (int) narrowing.apply(exact, word);
            if (record != SignalRecord.NONE) {
                record.wrote(exact, out[i], (narrowing.flags(exact, word) & Cast.OVERFLOWED) != 0);
            }
        }
    }
}
