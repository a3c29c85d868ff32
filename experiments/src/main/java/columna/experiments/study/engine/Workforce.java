package columna.experiments.study.engine;

import columna.experiments.study.computation.Computation;
import java.util.function.BooleanSupplier;

/** Who computes: this process, or a cluster. */
public interface Workforce extends AutoCloseable {

    /** Computations that go on at a time. */
    int size();

    /**
     * Computes, and returns when that is done; called by as many threads as the workforce's size. A computation whose machine fails is to
     * be done again.
     *
     * @throws java.util.concurrent.CancellationException if stopped
     */
    String compute(Computation computation, BooleanSupplier stopRequested);

    @Override
    void close();

    /** So many threads of this process. */
    static Workforce threads(int count) {
        return new Workforce() {
            @Override
            public int size() {
                return count;
            }

            @Override
            public String compute(Computation computation, BooleanSupplier stopRequested) {
                return computation.compute(stopRequested);
            }

            @Override
            public void close() {
                // The threads belong to the engine, which ends them.
            }
        };
    }
}
