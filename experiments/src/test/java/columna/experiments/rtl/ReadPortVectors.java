package columna.experiments.rtl;

import columna.hardware.block.Ports;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * The reads of slots against §3 of the micro-architecture: positions that hold a word do not read it, two positions share a
 * read, reads are served in the order of positions, as many as a bank has ports, and a write has its port already.
 */
final class ReadPortVectors {

    private static final int OPERATIONS = 250;
    private static final int TERMS = 3;
    private static final int TERM_BITS = 2;
    private static final int BANKS = 3;
    private static final int BANK_BITS = 2;
    private static final int WORDS = 3;
    private static final int ADDRESS_BITS = 2;
    private static final int NOTHING = -1;

    private final SplittableRandom random;
    private final Ports ports;
    private final VectorLines lines = new VectorLines();

    private ReadPortVectors(long seed, Ports ports) {
        this.random = new SplittableRandom(seed);
        this.ports = ports;
    }

    static Stream<Bench> benches() {
        return Stream.of(bench(1, Ports.ONE_READ_WRITE, 0), bench(2, Ports.ONE_READ_ONE_WRITE, 1), bench(3, Ports.TWO_READ_ONE_WRITE, 2));
    }

    private static Bench bench(long seed, Ports ports, int number) {
        ReadPortVectors vectors = new ReadPortVectors(seed, ports);
        for (int operation = 0; operation < OPERATIONS; operation++) {
            vectors.operation();
        }
        return new Bench("read_ports", ports + ", seed " + seed,
                Bench.numbers("PORTS", number, "TERMS", TERMS, "TERM_BITS", TERM_BITS, "BANK_BITS", BANK_BITS, "ADDRESS_BITS", ADDRESS_BITS),
                vectors.lines);
    }

    /** A read of the waiting slot. */
    private record Read(boolean left, boolean shared, int bank) {}

    private void operation() {
        int[] banks = random.ints(2 * TERMS, 0, BANKS).toArray();
        int written = random.nextInt(BANKS);
        int[] held = new int[2 * TERMS];
        Arrays.fill(held, NOTHING);
        cycle(true, false, new int[] {0, 0, 0}, banks, false, false, false, written, List.of(), false);
        int slots = 1 + random.nextInt(20);
        for (int slot = 0; slot < slots; slot++) {
            slot(random.nextInt(TERMS), banks, written, held);
        }
    }

    private void slot(int term, int[] banks, int written, int[] held) {
        int left = 2 * term;
        int right = left + 1;
        boolean needsLeft = random.nextInt(8) > 0;
        boolean needsRight = needsLeft && random.nextInt(4) > 0;
        int leftWord = random.nextInt(WORDS);
        int rightWord = random.nextInt(WORDS);
        List<Read> waiting = new ArrayList<>();
        boolean lacksLeft = needsLeft && held[left] != leftWord;
        boolean lacksRight = needsRight && held[right] != rightWord;
        boolean shared = lacksLeft && lacksRight && banks[left] == banks[right] && leftWord == rightWord;
        if (lacksLeft) {
            waiting.add(new Read(true, shared, banks[left]));
            held[left] = leftWord;
        }
        if (lacksRight) {
            held[right] = rightWord;
            if (!shared) {
                waiting.add(new Read(false, false, banks[right]));
            }
        }
        int[] place = {term, leftWord, rightWord};
        while (random.nextInt(6) == 0) {
            cycle(false, false, place, banks, needsLeft, needsRight, random.nextBoolean(), written, List.of(), false);
        }
        boolean issued = false;
        while (!issued) {
            boolean writing = random.nextInt(3) == 0;
            List<Read> served = served(waiting, writing, written);
            waiting.removeAll(served);
            issued = waiting.isEmpty();
            cycle(false, true, place, banks, needsLeft, needsRight, writing, written, served, issued);
        }
    }

    /** As many reads from the first one on as the banks have free ports. */
    private List<Read> served(List<Read> waiting, boolean writing, int written) {
        int[] free = new int[BANKS];
        Arrays.fill(free, ports == Ports.TWO_READ_ONE_WRITE ? 2 : 1);
        if (writing && ports == Ports.ONE_READ_WRITE) {
            free[written] = 0;
        }
        return waiting.stream().takeWhile(read -> free[read.bank()]-- > 0).toList();
    }

    private void cycle(boolean invalidate, boolean waiting, int[] place, int[] banks, boolean needsLeft, boolean needsRight, boolean writing,
            int written, List<Read> served, boolean issues) {
        int left = 2 * place[0];
        boolean readsLeft = served.stream().anyMatch(Read::left);
        boolean readsRight = served.stream().anyMatch(read -> !read.left());
        boolean second = readsLeft && readsRight && banks[left] == banks[left + 1];
        lines.flag(invalidate).flag(waiting).word(place[0], TERM_BITS).flag(needsLeft).flag(needsRight).word(banks[left], BANK_BITS)
                .word(banks[left + 1], BANK_BITS).word(place[1], ADDRESS_BITS).word(place[2], ADDRESS_BITS).flag(writing)
                .word(written, BANK_BITS).flag(readsLeft).flag(readsRight).flag(served.stream().anyMatch(Read::shared)).flag(second)
                .flag(issues).end();
    }
}
