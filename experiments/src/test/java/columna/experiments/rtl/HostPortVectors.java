package columna.experiments.rtl;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Host channels against §6 of the micro-architecture: beats of all steps in order, offered from cycle 0 of a step on until granted. */
final class HostPortVectors {

    private static final int BEATS = 400;
    private static final int BUS_BITS = 20;

    private HostPortVectors() {}

    static Stream<Bench> benches() {
        return Stream.of(bench(1), bench(2));
    }

    private static Bench bench(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] words = random.ints(BEATS, 0, 1 << BUS_BITS).toArray();
        StringBuilder image = new StringBuilder();
        for (int word : words) {
            image.append(Integer.toHexString(word)).append('\n');
        }
        VectorLines lines = new VectorLines();
        int position = 0;
        while (position < BEATS - 10) {
            int beats = random.nextInt(4) == 0 ? 0 : random.nextInt(1, 9);
            lines.flag(true).word(beats, 32).flag(false).flag(false).word(0, BUS_BITS).flag(false).end();
            int granted = 0;
            int rest = random.nextInt(3);
            while (granted < beats || rest-- > 0) {
                boolean offer = granted < beats;
                boolean grant = offer && random.nextInt(3) > 0;
                lines.flag(false).word(beats, 32).flag(grant).flag(offer).word(offer ? words[position] : 0, BUS_BITS).flag(!offer).end();
                granted += grant ? 1 : 0;
                position += grant ? 1 : 0;
            }
        }
        return new Bench("host_port", "seed " + seed, Bench.numbers("BUS_BITS", BUS_BITS, "BEATS", BEATS), lines,
                Map.of("host.mem", image.toString()));
    }
}
