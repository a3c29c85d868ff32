package columna.experiments.rtl;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Sends against §6 of the micro-architecture: a slot is a beat, the first one of a packet reads the words that are not held, in order, as
 * many in a cycle as there are read ports; at most R + 1 beats are issued and not granted; a beat issued in cycle i is offered from i + R.
 */
final class SendVectors {

    private static final int OPERATIONS = 40;
    private static final int WORD_BITS = 18;
    private static final int COUNT_BITS = 8;
    private static final int ADDRESS_BITS = 8;
    private static final int COLUMN_BITS = 6;

    static Stream<Bench> benches() {
        return Stream.of(new SendVectors(1, 1, 1, 1, 24).bench(), new SendVectors(2, 3, 2, 0, 40).bench(),
                new SendVectors(3, 4, 1, 2, 64).bench(), new SendVectors(4, 8, 3, 2, 100).bench(), new SendVectors(5, 5, 2, 1, 7).bench());
    }

    private final long seed;
    private final int lanes;
    private final int readCycles;
    private final int ports;
    private final int busBits;
    private final SplittableRandom random;
    private final VectorLines lines = new VectorLines();

    private SendVectors(long seed, int lanes, int readCycles, int ports, int busBits) {
        this.seed = seed;
        this.lanes = lanes;
        this.readCycles = readCycles;
        this.ports = ports;
        this.busBits = busBits;
        this.random = new SplittableRandom(seed);
    }

    private Bench bench() {
        for (int operation = 0; operation < OPERATIONS; operation++) {
            send(random.nextInt(1, 4), random.nextInt(1, 20), random.nextBoolean(), random.nextInt(1, WORD_BITS + 1));
        }
        return new Bench("send_port", lanes + " lanes, " + busBits + "-bit bus, seed " + seed,
                Bench.numbers("LANES", lanes, "WORD_BITS", WORD_BITS, "READ_CYCLES", readCycles, "PORTS", ports, "BUS_BITS", busBits,
                        "COUNT_BITS", COUNT_BITS, "ADDRESS_BITS", ADDRESS_BITS, "COLUMN_BITS", COLUMN_BITS),
                lines);
    }

    private void send(int rows, int columns, boolean complex, int width) {
        int elements = rows * columns;
        int elementBits = (complex ? 2 : 1) * width;
        int perPacket = Math.max(1, busBits / elementBits);
        int beatsPerPacket = (elementBits + busBits - 1) / busBits;
        int wordsPerRow = (columns + lanes - 1) / lanes;
        long[][] memory = new long[elements][2];
        for (long[] element : memory) {
            element[0] = random.nextLong() >> 64 - width;
            element[1] = random.nextLong() >> 64 - width;
        }
        lines.word(elements, COUNT_BITS).word(perPacket, COUNT_BITS).word(beatsPerPacket, COUNT_BITS).word(columns, COLUMN_BITS)
                .word(wordsPerRow, ADDRESS_BITS).flag(complex).word(width, 8).flag(true).end();

        int beats = (elements + perPacket - 1) / perPacket * beatsPerPacket;
        List<List<Integer>> needed = new ArrayList<>();
        List<BigInteger> sent = new ArrayList<>();
        int held = -1;
        for (int first = 0; first < elements; first += perPacket) {
            List<Integer> words = new ArrayList<>();
            BigInteger payload = BigInteger.ZERO;
            for (int e = first; e < Math.min(elements, first + perPacket); e++) {
                int word = e / columns * wordsPerRow + e % columns / lanes;
                if (word != held) {
                    words.add(word);
                    held = word;
                }
                payload = payload.or(element(memory[e], complex, width).shiftLeft((e - first) * elementBits));
            }
            for (int beat = 0; beat < beatsPerPacket; beat++) {
                needed.add(beat == 0 ? words : List.of());
                sent.add(VectorLines.low(payload.shiftRight(beat * busBits), busBits));
            }
        }

        int issued = 0;
        int granted = 0;
        int read = 0;
        List<Integer> offeredFrom = new ArrayList<>();
        List<int[]> requested = new ArrayList<>();
        for (int cycle = 0; granted < beats; cycle++) {
            int[] reads = {-1, -1};
            boolean issues = false;
            boolean room = issued < beats && issued - granted < readCycles + 1;
            boolean offer = granted < issued && offeredFrom.get(granted) <= cycle;
            if (room) {
                List<Integer> words = needed.get(issued);
                for (int port = 0; port < (ports == 2 ? 2 : 1) && read < words.size(); port++) {
                    reads[port] = words.get(read++);
                }
                issues = read == words.size();
            }
            requested.add(reads);
            int[] arriving = cycle < readCycles - 1 ? new int[] {-1, -1} : requested.get(cycle - readCycles + 1);
            boolean grant = offer && random.nextInt(3) > 0;
            lines.word(data(arriving[0], memory, columns, wordsPerRow, complex), 2 * lanes * WORD_BITS)
                    .word(data(arriving[1], memory, columns, wordsPerRow, complex), 2 * lanes * WORD_BITS)
                    .flag(grant).flag(reads[0] >= 0).word(Math.max(0, reads[0]), ADDRESS_BITS).flag(reads[1] >= 0)
                    .word(Math.max(0, reads[1]), ADDRESS_BITS).flag(offer).word(offer ? sent.get(granted) : BigInteger.ZERO, busBits)
                    .flag(grant && granted == beats - 1).flag(false).end();
            if (issues) {
                offeredFrom.add(cycle + readCycles);
                issued++;
                read = 0;
            }
            granted += grant ? 1 : 0;
        }
    }

    private static BigInteger element(long[] parts, boolean complex, int width) {
        BigInteger real = VectorLines.low(BigInteger.valueOf(parts[0]), width);
        return complex ? real.or(VectorLines.low(BigInteger.valueOf(parts[1]), width).shiftLeft(width)) : real;
    }

    /** A bank word as the core's read ports carry it; any bits where nothing was asked for. */
    private BigInteger data(int word, long[][] memory, int columns, int wordsPerRow, boolean complex) {
        BigInteger data = BigInteger.ZERO;
        for (int lane = 0; lane < lanes; lane++) {
            int column = word < 0 ? columns : word % wordsPerRow * lanes + lane;
            long[] parts = column < columns ? memory[word / wordsPerRow * columns + column] : new long[] {random.nextLong(), random.nextLong()};
            data = data.or(VectorLines.low(BigInteger.valueOf(parts[0]), WORD_BITS).shiftLeft(2 * lane * WORD_BITS))
                    .or(VectorLines.low(BigInteger.valueOf(complex ? parts[1] : 0), WORD_BITS).shiftLeft((2 * lane + 1) * WORD_BITS));
        }
        return data;
    }
}
