package columna.experiments.profile.measurement;

import columna.experiments.run.RunProgress;
import columna.experiments.spec.ExperimentSpec;
import java.util.List;

/** The progress of several runs at once, told as that of one. */
final class SharedProgress {

    private final RunProgress progress;
    private final long[] done;

    SharedProgress(RunProgress progress, String phase, List<ExperimentSpec> specs) {
        this.progress = progress;
        this.done = new long[specs.size()];
        progress.phase(phase, specs.stream().mapToLong(spec -> spec.learning().sequences()).sum());
    }

    /** What the run of that number tells. */
    RunProgress of(int run) {
        return new RunProgress() {
            private boolean learning;

            @Override
            public void phase(String name, long totalSequences) {
                learning = name.equals("learning");
            }

            @Override
            public void sequences(long count, double chipLoss, double referenceLoss) {
                if (learning) {
                    tell(run, count);
                }
            }
        };
    }

    private synchronized void tell(int run, long count) {
        done[run] = count;
        long sum = 0;
        for (long one : done) {
            sum += one;
        }
        progress.sequences(sum, Double.NaN, Double.NaN);
    }
}
