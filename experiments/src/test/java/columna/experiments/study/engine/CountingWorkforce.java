package columna.experiments.study.engine;

import columna.experiments.study.computation.Computation;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** Threads of this process that write down what they were given. */
public final class CountingWorkforce implements Workforce {

    private final int threads;
    private final List<Computation> done = new CopyOnWriteArrayList<>();

    public CountingWorkforce(int threads) {
        this.threads = threads;
    }

    /** How many computations of a kind were done. */
    public long count(Computation.Kind kind) {
        return done.stream().filter(computation -> computation.kind() == kind).count();
    }

    @Override
    public int size() {
        return threads;
    }

    @Override
    public String compute(Computation computation, BooleanSupplier stopRequested) {
        done.add(computation);
        return computation.compute(stopRequested);
    }

    @Override
    public void close() {}
}
