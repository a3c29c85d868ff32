package columna.sim.function;

import columna.fixedpoint.Format;
import java.util.ArrayList;
import java.util.List;

/**
 * What has been sent on a channel and not been received yet: per sender one copy of the words, real parts of all elements
 * and then, for complex ones, imaginary parts.
 */
final class Mailbox {

    private final List<int[][]> sent = new ArrayList<>();
    private final int senders;
    private final int receivers;
    private final Format format;
    private int received;

    Mailbox(int senders, int receivers, Format format) {
        this.senders = senders;
        this.receivers = receivers;
        this.format = format;
    }

    Format format() {
        return format;
    }

    void send(int[][] words) {
        if (sent.size() == senders) {
            throw new IllegalStateException("a channel was sent to twice before it was received");
        }
        sent.add(words);
    }

    boolean complete() {
        return sent.size() == senders;
    }

    /** The words of all senders; after the last receiver has them the mailbox is empty again. */
    List<int[][]> receive() {
        List<int[][]> words = List.copyOf(sent);
        if (++received == receivers) {
            received = 0;
            sent.clear();
        }
        return words;
    }
}
