package columna.sim.function;

import columna.fixedpoint.Format;

/**
 * What has been sent on a channel and not been received yet: per sender one copy of the words, real parts of all elements
 * and then, for complex ones, imaginary parts. The copies' memory is used again once all receivers have read them.
 */
final class Mailbox {

    private final int[][][] sent;
    private final int receivers;
    private final Format format;
    private int count;
    private int received;

    Mailbox(int senders, int receivers, Format format) {
        this.sent = new int[senders][0][];
        this.receivers = receivers;
        this.format = format;
    }

    Format format() {
        return format;
    }

    /** Takes words that nobody will change. */
    void send(int[][] words) {
        sent[next()] = words;
    }

    /** Copies the words of a memory. */
    void send(Cells cells) {
        int sender = next();
        int elements = Math.toIntExact(cells.memory().elements());
        int parts = cells.memory().parts();
        if (sent[sender].length != parts || sent[sender][0].length != elements) {
            sent[sender] = new int[parts][elements];
        }
        int columns = cells.memory().columns();
        for (int part = 0; part < parts; part++) {
            int[][] rows = cells.rows(part == 1);
            for (int row = 0; row < rows.length; row++) {
                System.arraycopy(rows[row], 0, sent[sender][part], row * columns, columns);
            }
        }
    }

    private int next() {
        if (count == sent.length) {
            throw new IllegalStateException("a channel was sent to twice before it was received");
        }
        return count++;
    }

    /**
     * The words of all senders, by sender, part and element, to be read before anything is sent again. After the last
     * receiver has them the mailbox is empty.
     */
    int[][][] receive() {
        if (count < sent.length) {
            throw new IllegalStateException(
                    "a channel was received when " + count + " of " + sent.length + " senders had sent");
        }
        if (++received == receivers) {
            received = 0;
            count = 0;
        }
        return sent;
    }
}
