package columna.reference.attention;

import columna.reference.random.RandomStreams;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Which heads carry the gradient, {@code [layer][head]}. To a head that does not, what it attends to is constant: its Q, K and V do not
 * learn and nothing passes through it to the layers below, while O, which reads it, has its exact gradient.
 */
public record HeadSelection(boolean[][] carries) {

    /** Every head: back-propagation without loss. */
    public static HeadSelection all(AttentionSpec spec) {
        boolean[][] carries = new boolean[spec.layers()][spec.heads()];
        for (boolean[] layer : carries) {
            Arrays.fill(layer, true);
        }
        return new HeadSelection(carries);
    }

    /** The same number of random heads in every layer (stream {@code attention/heads}); 0 to all of them. */
    public static HeadSelection random(AttentionSpec spec, int carrying, RandomStreams streams) {
        if (carrying < 0 || carrying > spec.heads()) {
            throw new IllegalArgumentException("heads that carry: %d; from 0 to the %d heads are allowed".formatted(carrying, spec.heads()));
        }
        UniformRandomProvider stream = streams.stream("attention/heads");
        boolean[][] carries = new boolean[spec.layers()][spec.heads()];
        for (boolean[] layer : carries) {
            for (int left = carrying; left > 0; ) {
                int head = stream.nextInt(spec.heads());
                if (!layer[head]) {
                    layer[head] = true;
                    left--;
                }
            }
        }
        return new HeadSelection(carries);
    }
}
