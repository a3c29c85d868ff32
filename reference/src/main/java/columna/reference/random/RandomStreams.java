package columna.reference.random;

import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The random numbers of one seed, split into independent streams by purpose ({@code "init/layers.0.B_re"}, {@code "copy/train"}, ...).
 * Each stream is an XoShiRo256++ generator whose 256-bit state is filled by SplitMix64 from the seed and the purpose's name. The same
 * seed and purpose give the same numbers on every machine.
 */
public record RandomStreams(long seed) {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /** The stream of a purpose, from its beginning; its state can be saved and restored. */
    public RestorableUniformRandomProvider stream(String purpose) {
        long state = mix(seed);
        for (int i = 0; i < purpose.length(); i++) {
            state = mix(state + GOLDEN_GAMMA + purpose.charAt(i));
        }
        long[] full = new long[4];
        for (int i = 0; i < full.length; i++) {
            state += GOLDEN_GAMMA;
            full[i] = mix(state);
        }
        return RandomSource.XO_SHI_RO_256_PP.create(full);
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014). */
    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
