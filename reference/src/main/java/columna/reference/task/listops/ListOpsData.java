package columna.reference.task.listops;

import columna.reference.random.RandomStreams;
import columna.reference.task.LabelledSymbols;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A ListOps task's data of one seed: distinct expressions in the order in which they were drawn, first the training set, then validation,
 * then test. (The public generator splits in the order of a hash set, which is another random order of the same law.)
 */
public record ListOpsData(ListOpsTask task, long seed) {

    /** Draws the three sets; no expression is in them twice. */
    public ListOpsExamples draw(int training, int validation, int test) {
        List<LabelledSymbols> all = distinct(training + validation + test);
        return new ListOpsExamples(List.copyOf(all.subList(0, training)), List.copyOf(all.subList(training, training + validation)),
                List.copyOf(all.subList(training + validation, all.size())));
    }

    private List<LabelledSymbols> distinct(int count) {
        UniformRandomProvider random = new RandomStreams(seed).stream("listops");
        List<LabelledSymbols> examples = new ArrayList<>(count);
        Set<ByteBuffer> seen = new HashSet<>();
        while (examples.size() < count) {
            Expression expression = task.draw(random);
            byte[] symbols = expression.symbols();
            if (seen.add(ByteBuffer.wrap(symbols))) {
                examples.add(new LabelledSymbols(symbols, expression.value()));
            }
        }
        return examples;
    }
}
