package columna.reference.columnar;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A stretch of time steps through which errors are carried back: losses of the steps {@code losses <= t < to} count, uses of the parameters
 * at the steps {@code from <= t < to} count, the state before {@code from} is a constant.
 */
record Window(int from, int to, int losses) {

    /** The windows of a rule over T time steps; their gradients add up to the rule's. */
    static List<Window> of(ColumnarRule.ThroughTime rule, int steps) {
        return switch (rule) {
            case ColumnarRule.Bptt() -> List.of(new Window(0, steps, 0));
            case ColumnarRule.SlidingBptt(int length) ->
                IntStream.range(0, steps).mapToObj(t -> new Window(Math.max(0, t + 1 - length), t + 1, t)).toList();
            case ColumnarRule.ChunkedBptt(int length) -> IntStream.iterate(0, from -> from < steps, from -> from + length)
                    .mapToObj(from -> new Window(from, Math.min(steps, from + length), from)).toList();
        };
    }

    /** The same window with the loss of its last time step only. */
    Window lastLoss() {
        return new Window(from, to, to - 1);
    }
}
