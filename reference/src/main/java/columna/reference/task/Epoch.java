package columna.reference.task;

import columna.reference.random.RandomStreams;
import java.util.List;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * One pass over a set in an order drawn from a seed and the number of the epoch, in batches; a rest that does not fill a batch is left out.
 * Any epoch can be had without those before it.
 */
public final class Epoch {

    private final List<Sequence> set;
    private final int batch;
    private final int[] order;

    /** The epoch of that number, from 0. */
    public Epoch(List<Sequence> set, int batch, long seed, int number) {
        if (batch < 1 || batch > set.size()) {
            throw new IllegalArgumentException("batch: " + batch + " sequences of " + set.size() + "; allowed are 1 to the size of the set");
        }
        this.set = set;
        this.batch = batch;
        order = PermutationSampler.natural(set.size());
        PermutationSampler.shuffle(new RandomStreams(seed).stream("epoch/" + number), order);
    }

    /** The number of batches. */
    public int batches() {
        return set.size() / batch;
    }

    /** The batch of that index, from 0. */
    public List<Sequence> batch(int index) {
        return new SequenceList(batch, i -> set.get(order[index * batch + i]));
    }
}
