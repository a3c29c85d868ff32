package columna.sim.function;

import columna.fixedpoint.Cast;
import columna.fixedpoint.kernel.Narrowing;
import columna.sim.program.MicroOperation.Receive;
import columna.sim.program.MicroOperation.Send;

/** The two ends of a channel. */
final class ChannelSteps {

    private ChannelSteps() {}

    /** Copies the memory's words into the channel's mailbox. */
    static Step send(Send operation, CoreState core, Mailbox mailbox) {
        Cells source = core.cells(operation.source().memory());
        return () -> mailbox.send(flatten(source));
    }

    static int[][] flatten(Cells cells) {
        int columns = cells.memory().columns();
        int[][] words = new int[cells.memory().parts()][Math.toIntExact(cells.memory().elements())];
        for (int part = 0; part < words.length; part++) {
            int[][] rows = cells.rows(part == 1);
            for (int row = 0; row < rows.length; row++) {
                System.arraycopy(rows[row], 0, words[part], row * columns, columns);
            }
        }
        return words;
    }

    /** Adds what all senders sent and rounds each sum once. */
    static Step receive(Receive operation, CoreState core, Mailbox mailbox, int randomBits, SignalRecord record) {
        Cells destination = core.cells(operation.destination().memory());
        Written written = new Written(operation.destination(), core);
        Narrowing narrowing =
                Narrowing.of(mailbox.format().fractionBits(), destination.memory().format(), randomBits);
        int columns = destination.memory().columns();
        int parts = destination.memory().parts();
        int[] random = new int[1];
        return () -> {
            var senders = mailbox.receive();
            long firstUse = core.reserve(written.randomUses());
            for (int element = 0; element < destination.memory().elements(); element++) {
                for (int part = 0; part < parts; part++) {
                    long exact = 0;
                    for (int[][] words : senders) {
                        exact += words[part][element];
                    }
                    if (written.stochastic()) {
                        core.randomWords().fill(firstUse + (long) element * parts + part, 1, random, 1);
                    }
                    int raw = (int) narrowing.apply(exact, random[0]);
                    destination.rows(part == 1)[element / columns][element % columns] = raw;
                    if (record != SignalRecord.NONE) {
                        record.wrote(exact, raw, (narrowing.flags(exact, random[0]) & Cast.OVERFLOWED) != 0);
                    }
                }
            }
            destination.changed();
        };
    }
}
