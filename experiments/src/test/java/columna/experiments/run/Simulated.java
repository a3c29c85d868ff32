package columna.experiments.run;

import columna.experiments.result.RunResult;
import columna.experiments.spec.ExperimentSpec;
import java.util.ArrayList;
import java.util.List;

/** Whole runs without a report. */
public final class Simulated {

    private Simulated() {}

    /** Hears what a run tells. */
    public static final class Listener implements RunProgress {

        private final List<String> phases = new ArrayList<>();
        private long calls;

        @Override
        public void phase(String name, long totalSequences) {
            phases.add(name);
        }

        @Override
        public void sequences(long done, double chipLoss, double referenceLoss) {
            calls++;
        }

        public List<String> phases() {
            return List.copyOf(phases);
        }

        public long calls() {
            return calls;
        }
    }

    /** To its end, without chips of other widths. */
    public static RunResult thisWidth(ExperimentSpec spec) {
        return Run.simulateThisWidth(spec, new Listener(), () -> false);
    }

    /** To its end. */
    public static RunResult of(ExperimentSpec spec) {
        return Run.simulate(spec, new Listener(), () -> false);
    }
}
