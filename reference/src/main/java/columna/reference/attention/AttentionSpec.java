package columna.reference.attention;

/**
 * Layers of causal self-attention over a window of the latest inputs, without normalisation or feed-forward blocks:
 *
 * <pre>
 * z_t = E (x_t, 1) + P_t                                     t = 0 .. window - 1, [width]
 * per layer, with q = Q z, k = K z, v = V z cut into heads:
 *   a_tu = softmax over u &lt;= t of q_t k_u / sqrt(headWidth);   o_t = sum_u a_tu v_u
 *   z_t &lt;- z_t + O o_t
 * y = R (z_last, 1)                                          [outputs]
 * </pre>
 */
public record AttentionSpec(int layers, int heads, int headWidth, int window, int inputs, int outputs) {

    public AttentionSpec {
        if (layers < 1 || heads < 1 || headWidth < 1 || window < 1 || inputs < 1 || outputs < 1) {
            throw new IllegalArgumentException("attention: %d layers, %d heads of width %d, window %d, %d inputs, %d outputs; each must be 1 or more"
                    .formatted(layers, heads, headWidth, window, inputs, outputs));
        }
    }

    /** The length of {@code z_t}. */
    public int width() {
        return heads * headWidth;
    }
}
