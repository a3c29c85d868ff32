package columna.experiments.rtl;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Receive queues against §6 and §7 of the micro-architecture: a beat granted in cycle g can be drained from g + arrival on, and
 * there is room while fewer beats than the queue holds were granted and not drained in a cycle before.
 */
final class BeatQueueVectors {

    private static final int CYCLES = 1200;
    private static final int BUS_BITS = 12;

    private BeatQueueVectors() {}

    static Stream<Bench> benches() {
        return Stream.of(bench(1, 4, 1), bench(2, 1, 1), bench(3, 3, 2), bench(4, 5, 4), bench(5, 2, 5));
    }

    private static Bench bench(long seed, int beats, int arrival) {
        SplittableRandom random = new SplittableRandom(seed);
        VectorLines lines = new VectorLines();
        List<Integer> granted = new ArrayList<>();
        List<Integer> grantedIn = new ArrayList<>();
        int drained = 0;
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            boolean room = granted.size() - drained < beats;
            boolean ready = drained < granted.size() && grantedIn.get(drained) + arrival <= cycle;
            // Spells in which the receiver waits or drains all that comes.
            boolean busy = cycle / 40 % 3 == 0;
            boolean push = room && random.nextInt(5) > 0;
            boolean take = ready && (busy ? random.nextInt(6) == 0 : random.nextInt(6) > 0);
            int beat = random.nextInt(1 << BUS_BITS);
            lines.flag(push).word(beat, BUS_BITS).flag(take).flag(room).flag(ready).word(ready ? granted.get(drained) : 0, BUS_BITS).end();
            if (push) {
                granted.add(beat);
                grantedIn.add(cycle);
            }
            drained += take ? 1 : 0;
        }
        return new Bench("beat_queue", beats + " beats, " + arrival + " cycles away, seed " + seed,
                Bench.numbers("BUS_BITS", BUS_BITS, "BEATS", beats, "ARRIVAL", arrival), lines);
    }
}
