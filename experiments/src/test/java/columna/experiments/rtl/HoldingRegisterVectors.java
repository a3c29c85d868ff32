package columna.experiments.rtl;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Words that are read and held: a word that is read in a cycle can be used {@code READ_CYCLES} later, until the next one. */
final class HoldingRegisterVectors {

    private static final int CYCLES = 600;
    private static final int TERMS = 3;
    private static final int TERM_BITS = 2;
    private static final int DATA_BITS = 9;

    /** What is read in a cycle. */
    private record Read(boolean left, boolean right, int term, int leftData, int rightData) {}

    private HoldingRegisterVectors() {}

    static Stream<Bench> benches() {
        return Stream.of(bench(1, 1), bench(2, 2), bench(3, 4));
    }

    private static Bench bench(long seed, int readCycles) {
        SplittableRandom random = new SplittableRandom(seed);
        VectorLines lines = new VectorLines();
        List<Read> reads = new ArrayList<>();
        int[] held = new int[2 * TERMS];
        boolean[] holds = new boolean[2 * TERMS];
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            reads.add(new Read(random.nextBoolean(), random.nextBoolean(), random.nextInt(TERMS), random.nextInt(1 << DATA_BITS),
                    random.nextInt(1 << DATA_BITS)));
            Read read = reads.getLast();
            boolean arrives = cycle >= readCycles - 1;
            Read arriving = reads.get(Math.max(0, cycle - readCycles + 1));
            int term = random.nextInt(TERMS);
            lines.flag(read.left()).flag(read.right()).word(read.term(), TERM_BITS).word(read.leftData(), DATA_BITS)
                    .word(read.rightData(), DATA_BITS).flag(arrives && arriving.left()).flag(arrives && arriving.right())
                    .word(arriving.leftData(), DATA_BITS).word(arriving.rightData(), DATA_BITS).word(term, TERM_BITS)
                    .flag(holds[2 * term]).flag(holds[2 * term + 1]).word(held[2 * term], DATA_BITS).word(held[2 * term + 1], DATA_BITS).end();
            if (arrives && arriving.left()) {
                held[2 * arriving.term()] = arriving.leftData();
                holds[2 * arriving.term()] = true;
            }
            if (arrives && arriving.right()) {
                held[2 * arriving.term() + 1] = arriving.rightData();
                holds[2 * arriving.term() + 1] = true;
            }
        }
        return new Bench("holding_registers", "reads of " + readCycles + " cycles, seed " + seed,
                Bench.numbers("TERMS", TERMS, "READ_CYCLES", readCycles, "DATA_BITS", DATA_BITS), lines);
    }
}
