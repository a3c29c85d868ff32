package columna.experiments.explain;

import columna.experiments.explain.Signals.Signal;
import columna.sim.cores.Declarations;
import columna.sim.cores.columnar.FeatureColumnCore;
import columna.sim.cores.columnar.LstmColumnsCore;
import columna.sim.cores.columnar.LstmColumnsCore.Heard;
import columna.sim.cores.columnar.LstmColumnsCore.Mode;
import columna.sim.cores.columnar.LstmColumnsCore.Shape;
import columna.sim.cores.columnar.PredictionCore;
import columna.sim.cores.columnar.SumCore;
import columna.sim.cores.columnar.WeightStep;
import columna.sim.cores.dense.DenseCore;
import columna.sim.cores.dense.DenseRule;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Every signal that a chip of a predicting system can have, read from tiny programs as {@link Signals} does for the others. */
public final class PredictionSignals {

    /** Earlier cores that a core can hear at most: those of 31 stages, each of up to this many cores together. */
    private static final int MOST_HEARD = 64;

    /** Other columns that a column can read at most. */
    private static final int MOST_COLUMNS = 255;

    private static final Map<String, Signal> SIGNALS = collect(1, 1);
    private static final Set<String> NAMES = collect(MOST_HEARD, MOST_COLUMNS).keySet();

    private PredictionSignals() {}

    /** All of them; of those that are numbered by what a core hears, number 0 stands for all. */
    public static Collection<Signal> all() {
        return SIGNALS.values();
    }

    /** Their names, every number of those that are numbered. */
    public static Set<String> names() {
        return new LinkedHashSet<>(NAMES);
    }

    private static Map<String, Signal> collect(int heardCores, int otherColumns) {
        Map<String, Signal> signals = new LinkedHashMap<>();
        Declarations declarations = new Declarations(signal -> Signals.ANY, Signals::table);
        List<Heard> heard = IntStream.range(0, heardCores).mapToObj(k -> new Heard("feature." + k, 1)).toList();
        for (WeightStep step : List.of(new WeightStep.Gradient(), new WeightStep.RmsProp(1))) {
            Signals.add(signals, LstmColumnsCore.program(declarations, new Shape(1, 1, heard, "feature", Mode.LEARNING, step, 1)));
            Signals.add(signals, PredictionCore.program(declarations, step));
        }
        dense(signals, declarations);
        Signals.add(signals, FeatureColumnCore.program(declarations, columns(otherColumns)));
        Signals.add(signals, SumCore.program(declarations));
        return signals;
    }

    private static FeatureColumnCore.Shape columns(int others) {
        List<FeatureColumnCore.Packet> packets = IntStream.range(0, others).mapToObj(k -> new FeatureColumnCore.Packet("feature." + k, 1)).toList();
        List<String> states = IntStream.range(0, others).mapToObj(k -> "state." + k).toList();
        return new FeatureColumnCore.Shape(1, 2, 1, "feature", packets, "state", states, true, true, true);
    }

    /** The rules of each kind of unit that there are; a sparse one has two groups of units. */
    private static void dense(Map<String, Signal> signals, Declarations declarations) {
        for (DenseRule rule : List.of(new DenseRule.SparseRtrl(1), new DenseRule.Snap1(), new DenseRule.Rtrl())) {
            for (DenseCore.Cell cell : DenseCore.Cell.values()) {
                Signals.add(signals, DenseCore.program(declarations, new DenseCore.Shape(cell, 2, 1, 1, rule)));
            }
        }
    }
}
