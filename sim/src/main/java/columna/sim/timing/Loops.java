package columna.sim.timing;

import columna.sim.program.Axis;
import java.util.List;

/** Counters of nested loops, the last one fastest. */
final class Loops {

    private Loops() {}

    /** Counts the loops {@code from} (inclusive) to {@code to} (exclusive) on; false when they have come round to zero. */
    static boolean next(int[] values, List<Axis> loops, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (++values[i] < loops.get(i).size()) {
                return true;
            }
            values[i] = 0;
        }
        return false;
    }
}
