package columna.fixedpoint.kernel;

/**
 * The constants of a narrowing that adds a constant, shifts and clamps, taken out of its {@link Narrowing} once so that a
 * kernel for a short row does not ask for them every time: {@code clamp((sum + half) >> shift)}.
 *
 * @param half half a unit of the last place for RND, 0 for TRN
 * @param shift discarded bits, 0 to 31
 * @param low lowest raw result
 * @param high highest raw result
 */
public record ConstantRounding(int half, int shift, int low, int high) {

    /**
     * The constants of a narrowing.
     *
     * @throws IllegalArgumentException if it has no such form: see {@link Narrowing#hasFusedKernels()}
     */
    public static ConstantRounding of(Narrowing narrowing) {
        narrowing.requireFused();
        return new ConstantRounding(
                narrowing.half(), narrowing.shift(), (int) narrowing.low(), (int) narrowing.high());
    }
}
