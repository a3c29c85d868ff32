package columna.experiments.training;

import columna.experiments.chip.LearningRates;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.task.TaskData;
import columna.reference.task.Sequence;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The training sequences of an experiment in chunks of whole updates, in order. Losses while learning are means over a chunk; chip and
 * reference have the same chunks, whether they learn side by side or on different machines.
 */
public final class Chunks implements Iterator<List<Sequence>> {

    private static final int SEQUENCES_PER_CHUNK = 16;

    private final Iterator<Sequence> sequences;
    private final long total;
    private final int chunk;
    private long handed;

    public Chunks(ExperimentSpec spec, TaskData data) {
        int batch = LearningRates.sequencesPerUpdate(spec.learning());
        this.sequences = data.training().iterator();
        this.total = spec.learning().sequences();
        this.chunk = Math.max(1, SEQUENCES_PER_CHUNK / batch) * batch;
    }

    @Override
    public boolean hasNext() {
        return handed < total;
    }

    @Override
    public List<Sequence> next() {
        List<Sequence> taken = new ArrayList<>();
        for (long count = Math.min(chunk, total - handed); taken.size() < count; ) {
            taken.add(sequences.next());
        }
        handed += taken.size();
        return taken;
    }

    /** Sequences handed out so far. */
    public long handed() {
        return handed;
    }

    /** Sequences of the experiment. */
    public long total() {
        return total;
    }
}
