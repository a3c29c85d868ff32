package columna.sim.function;

import columna.sim.chip.SentErrors;
import java.util.BitSet;
import java.util.Map;

/** The sending end of an error channel whose small elements are not sent: receivers take them as zero. */
final class SkippingSend implements Step {

    private final Cells source;
    private final long leastRaw;
    private final Mailbox mailbox;
    private final SentErrors.Sender sender;
    private final Map<SentErrors.Sender, BitSet> sent;

    /**
     * @param leastRaw least magnitude of a raw word that is sent; an element is sent if one of its parts is
     * @param sent where the elements sent are put down
     */
    SkippingSend(
            Cells source, long leastRaw, Mailbox mailbox, SentErrors.Sender sender, Map<SentErrors.Sender, BitSet> sent) {
        this.source = source;
        this.leastRaw = leastRaw;
        this.mailbox = mailbox;
        this.sender = sender;
        this.sent = sent;
    }

    @Override
    public void run() {
        int columns = source.memory().columns();
        int[][] words = new int[source.memory().parts()][Math.toIntExact(source.memory().elements())];
        BitSet elements = new BitSet();
        for (int element = 0; element < words[0].length; element++) {
            boolean large = false;
            for (int part = 0; part < words.length; part++) {
                words[part][element] = source.rows(part == 1)[element / columns][element % columns];
                large |= Math.abs((long) words[part][element]) >= leastRaw;
            }
            elements.set(element, large);
            for (int part = 0; !large && part < words.length; part++) {
                words[part][element] = 0;
            }
        }
        mailbox.send(words);
        sent.put(sender, elements);
    }
}
