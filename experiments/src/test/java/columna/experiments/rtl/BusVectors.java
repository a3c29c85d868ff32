package columna.experiments.rtl;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The arbiter against §7 of the micro-architecture: a calendar of who crosses which segment when; priority by number. */
final class BusVectors {

    private static final int CYCLES = 1500;
    private static final int BUS_BITS = 10;
    private static final int KINDS = 16;

    private BusVectors() {}

    static Stream<Bench> benches() {
        return Stream.of(bench(1, 2, 3, 1, 2, 1), bench(2, 5, 8, 4, 7, 2), bench(3, 9, 16, 6, 12, 3));
    }

    /** A way: the delay of each crossed segment (-1: not crossed), the queues, and when the beat has left the bus. */
    private record Way(int[] delays, boolean[] goes, int last) {

        static Way draw(SplittableRandom random, int segments, int queues, int delayBits) {
            int[] delays = new int[segments];
            int last = 1;
            for (int s = 0; s < segments; s++) {
                delays[s] = random.nextInt(3) > 0 ? random.nextInt(1 << delayBits) : -1;
                last = Math.max(last, delays[s] + 1 + random.nextInt(3));
            }
            boolean[] goes = new boolean[queues];
            for (int q = 0; q < queues; q++) {
                goes[q] = random.nextInt(4) == 0;
            }
            return new Way(delays, goes, last);
        }

        String row(int delayBits) {
            BigInteger row = BigInteger.valueOf(last);
            int at = 16;
            for (int delay : delays) {
                row = delay < 0 ? row : row.or(BigInteger.valueOf(1L | (long) delay << 1).shiftLeft(at));
                at += 1 + delayBits;
            }
            for (int q = 0; q < goes.length; q++) {
                row = goes[q] ? row.setBit(at + q) : row;
            }
            return row.toString(16);
        }
    }

    private static Bench bench(long seed, int requesters, int routes, int segments, int queues, int delayBits) {
        SplittableRandom random = new SplittableRandom(seed);
        Way[] ways = new Way[KINDS * routes];
        StringBuilder table = new StringBuilder();
        for (int w = 0; w < ways.length; w++) {
            ways[w] = Way.draw(random, segments, queues, delayBits);
            table.append(ways[w].row(delayBits)).append('\n');
        }
        int routeBits = Math.max(1, 32 - Integer.numberOfLeadingZeros(routes - 1));
        VectorLines lines = new VectorLines();
        Set<Long> crossings = new HashSet<>();
        long emptyFrom = 0;
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            int kind = cycle / 50 % KINDS;
            BigInteger requests = BigInteger.ZERO;
            BigInteger wanted = BigInteger.ZERO;
            BigInteger beats = BigInteger.ZERO;
            BigInteger room = BigInteger.valueOf(random.nextInt(3) == 0 ? random.nextInt(1 << queues) : (1 << queues) - 1);
            BigInteger grants = BigInteger.ZERO;
            BigInteger pushes = BigInteger.ZERO;
            BigInteger pushed = BigInteger.ZERO;
            boolean empty = cycle >= emptyFrom;
            for (int r = 0; r < requesters; r++) {
                int route = random.nextInt(routes);
                long beat = random.nextInt(1 << BUS_BITS);
                wanted = wanted.or(BigInteger.valueOf(route).shiftLeft(r * routeBits));
                beats = beats.or(BigInteger.valueOf(beat).shiftLeft(r * BUS_BITS));
                if (random.nextInt(10) < 3) {
                    continue;
                }
                requests = requests.setBit(r);
                Way way = ways[kind * routes + route];
                boolean free = true;
                for (int q = 0; q < queues; q++) {
                    // A queue is of one channel and sender: two beats never go to it in one cycle.
                    free &= !way.goes()[q] || room.testBit(q);
                }
                for (int s = 0; s < segments; s++) {
                    free &= way.delays()[s] < 0 || !crossings.contains(crossing(s, cycle + way.delays()[s]));
                }
                if (!free) {
                    continue;
                }
                boolean twice = false;
                for (int q = 0; q < queues; q++) {
                    twice |= way.goes()[q] && pushes.testBit(q);
                }
                if (twice) {
                    requests = requests.clearBit(r);
                    continue;
                }
                grants = grants.setBit(r);
                for (int s = 0; s < segments; s++) {
                    if (way.delays()[s] >= 0) {
                        crossings.add(crossing(s, cycle + way.delays()[s]));
                    }
                }
                for (int q = 0; q < queues; q++) {
                    if (way.goes()[q]) {
                        pushes = pushes.setBit(q);
                        pushed = pushed.or(BigInteger.valueOf(beat).shiftLeft(q * BUS_BITS));
                    }
                }
                emptyFrom = Math.max(emptyFrom, cycle + way.last());
            }
            lines.word(kind, 4).word(requests, requesters).word(wanted, requesters * routeBits).word(beats, requesters * BUS_BITS)
                    .word(room, queues).word(grants, requesters).word(pushes, queues).word(pushed, queues * BUS_BITS).flag(empty).end();
        }
        return new Bench("bus", requesters + " requesters, seed " + seed,
                Bench.numbers("REQUESTERS", requesters, "ROUTES", routes, "SEGMENTS", segments, "QUEUES", queues, "BUS_BITS", BUS_BITS,
                        "DELAY_BITS", delayBits),
                lines, Map.of("routes.mem", table.toString()));
    }

    private static long crossing(int segment, long cycle) {
        return cycle * 64 + segment;
    }
}
