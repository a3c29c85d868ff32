package columna.experiments.rtl;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The receiving port against §6 of the micro-architecture: a beat per cycle, packet by packet and sender by sender; the last beat
 * of a packet, drained in cycle d, completes q words, which go to the rounding units in cycles d+1 to d+q; the next beat is
 * drained in d+max(1, q) at the earliest.
 */
final class ReceiveVectors {

    private static final int OPERATIONS = 30;
    private static final int PART_BITS = 12;
    private static final int SUM_BITS = PART_BITS + 3;
    private static final int QUEUES = 4;
    private static final int PORT_BITS = 3;
    private static final int COUNT_BITS = 7;
    private static final int ADDRESS_BITS = 6;
    private static final int COLUMN_BITS = 5;
    private static final int MOST_COLUMNS = 19;

    /** A word of the destination; parts from the first element on, real before imaginary. */
    private record Word(int number, List<BigInteger> parts, boolean last) {}

    private final SplittableRandom random;
    private final int lanes;
    private final int busBits;
    private final VectorLines lines = new VectorLines();

    private ReceiveVectors(long seed, int lanes, int busBits) {
        this.random = new SplittableRandom(seed);
        this.lanes = lanes;
        this.busBits = busBits;
    }

    static Stream<Bench> benches() {
        return Stream.of(bench(1, 4, 16), bench(2, 1, 32), bench(3, 3, 8), bench(4, 8, 5), bench(5, 2, 24));
    }

    private static Bench bench(long seed, int lanes, int busBits) {
        ReceiveVectors vectors = new ReceiveVectors(seed, lanes, busBits);
        for (int operation = 0; operation < OPERATIONS; operation++) {
            vectors.operation();
        }
        return new Bench("receive_port", lanes + " lanes, " + busBits + " bits on the bus, seed " + seed,
                Bench.numbers("LANES", lanes, "SUM_BITS", SUM_BITS, "BUS_BITS", busBits, "QUEUES", QUEUES, "PORT_BITS", PORT_BITS,
                        "COUNT_BITS", COUNT_BITS, "ADDRESS_BITS", ADDRESS_BITS, "COLUMN_BITS", COLUMN_BITS, "PART_BITS", PART_BITS,
                        "PACKET_ELEMENTS", busBits),
                vectors.lines);
    }

    private void operation() {
        int columns = 1 + random.nextInt(MOST_COLUMNS);
        int rows = 1 + random.nextInt(3);
        boolean complex = random.nextBoolean();
        boolean unsigned = random.nextBoolean();
        int payloadBits = 1 + random.nextInt(unsigned ? PART_BITS - 1 : PART_BITS);
        int elementBits = payloadBits * (complex ? 2 : 1);
        int elementsPerPacket = Math.max(1, busBits / elementBits);
        int beatsPerPacket = (elementBits + busBits - 1) / busBits;
        int senders = 1 + random.nextInt(QUEUES);
        int firstQueue = random.nextInt(QUEUES - senders + 1);
        int elements = rows * columns;
        lines.word(elements, COUNT_BITS).word(elementsPerPacket, COUNT_BITS).word(beatsPerPacket, COUNT_BITS).word(firstQueue, PORT_BITS)
                .word(senders, PORT_BITS).word(columns, COLUMN_BITS).word((columns + lanes - 1) / lanes, ADDRESS_BITS).flag(complex)
                .word(payloadBits, 7).flag(unsigned).flag(true).end();

        List<List<BigInteger>> sent = new ArrayList<>();
        for (int sender = 0; sender < senders; sender++) {
            sent.add(Stream.generate(() -> unsigned ? RandomValues.unsigned(random, payloadBits) : RandomValues.signed(random, payloadBits))
                    .limit(2L * elements).toList());
        }
        List<BigInteger> sums = new ArrayList<>();
        for (int part = 0; part < 2 * elements; part++) {
            BigInteger sum = BigInteger.ZERO;
            for (List<BigInteger> ofSender : sent) {
                sum = complex || part % 2 == 0 ? sum.add(ofSender.get(part)) : sum;
            }
            sums.add(sum);
        }
        drain(columns, elements, elementsPerPacket, beatsPerPacket, firstQueue, sums, sent.stream()
                .map(parts -> beats(parts, complex, payloadBits, elementsPerPacket, beatsPerPacket)).toList());
    }

    /** The beats of a sender; what no element fills may be anything. */
    private List<BigInteger> beats(List<BigInteger> parts, boolean complex, int payloadBits, int elementsPerPacket, int beatsPerPacket) {
        List<BigInteger> beats = new ArrayList<>();
        for (int first = 0; first < parts.size() / 2; first += elementsPerPacket) {
            Packed packet = new Packed();
            for (int part = 2 * first; part < Math.min(parts.size(), 2 * (first + elementsPerPacket)); part += complex ? 1 : 2) {
                packet.add(parts.get(part), payloadBits);
            }
            packet.add(RandomValues.unsigned(random, beatsPerPacket * busBits - packet.bits()), beatsPerPacket * busBits - packet.bits());
            for (int beat = 0; beat < beatsPerPacket; beat++) {
                beats.add(VectorLines.low(packet.word().shiftRight(beat * busBits), busBits));
            }
        }
        return beats;
    }

    private void drain(int columns, int elements, int elementsPerPacket, int beatsPerPacket, int firstQueue, List<BigInteger> sums,
            List<List<BigInteger>> beats) {
        int[] drained = new int[beats.size()];
        int sender = 0;
        int beat = 0;
        int arrived = 0;
        int delivered = 0;
        long busyUntil = 0;
        Map<Long, Word> due = new TreeMap<>();
        // In spells all queues are full, so that the port decides when it drains.
        for (long cycle = 0; arrived < elements || !due.isEmpty(); cycle++) {
            boolean full = cycle / 16 % 2 == 0;
            boolean[] ready = new boolean[QUEUES];
            for (int queue = 0; queue < QUEUES; queue++) {
                int index = queue - firstQueue;
                boolean has = index < 0 || index >= beats.size() || drained[index] < beats.get(index).size();
                ready[queue] = has && (full || random.nextInt(3) > 0);
            }
            boolean drains = arrived < elements && cycle >= busyUntil && ready[firstQueue + sender];
            for (int queue = QUEUES - 1; queue >= 0; queue--) {
                lines.flag(ready[queue]);
            }
            for (int queue = QUEUES - 1; queue >= 0; queue--) {
                int index = queue - firstQueue;
                boolean known = ready[queue] && index >= 0 && index < beats.size();
                lines.word(known ? beats.get(index).get(drained[index]) : RandomValues.unsigned(random, busBits), busBits);
            }
            lines.word(drains ? 1L << firstQueue + sender : 0, QUEUES);
            word(due.remove(cycle));
            if (!drains) {
                continue;
            }
            drained[sender]++;
            beat = (beat + 1) % beatsPerPacket;
            sender = beat > 0 ? sender : (sender + 1) % beats.size();
            if (beat == 0 && sender == 0) {
                arrived = Math.min(elements, arrived + elementsPerPacket);
                int words = 0;
                for (int end = wordEnd(delivered, columns); end <= arrived; end = wordEnd(delivered, columns)) {
                    int number = delivered / columns * ((columns + lanes - 1) / lanes) + delivered % columns / lanes;
                    due.put(cycle + ++words, new Word(number, sums.subList(2 * delivered, 2 * end), end == elements));
                    delivered = end;
                }
                busyUntil = cycle + Math.max(1, words);
            }
        }
    }

    /** The element behind the bank word that begins with an element. */
    private int wordEnd(int element, int columns) {
        return element + Math.min(lanes, columns - element % columns);
    }

    private void word(Word word) {
        lines.flag(word != null).word(word == null ? 0 : word.number(), ADDRESS_BITS)
                .word(word == null ? 0 : word.parts().size() / 2, SlotVectors.bits(lanes)).flag(word != null && word.last());
        for (int part = 2 * lanes - 1; part >= 0; part--) {
            lines.word(word == null || part >= word.parts().size() ? BigInteger.ZERO : word.parts().get(part), SUM_BITS);
        }
        lines.flag(false).end();
    }
}
