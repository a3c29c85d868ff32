package columna.experiments.task;

import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.TaskSpec;
import columna.reference.random.RandomStreams;
import columna.reference.task.CopyTask;
import columna.reference.task.Sequence;
import columna.reference.task.listops.Expression;
import columna.reference.task.listops.ListOpsExamples;
import columna.reference.task.listops.ListOpsTask;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;

/** The sequences of an experiment: an endless training stream and a fixed test set, each from its own random stream. */
public final class TaskData {

    private static final String TRAINING = "training";
    private static final String TEST = "test";

    private final TaskSpec task;
    private final RandomStreams streams;

    public TaskData(ExperimentSpec spec) {
        this.task = spec.task();
        this.streams = new RandomStreams(spec.seed());
    }

    /** Training sequences without end, the same at every call. */
    public Stream<Sequence> training() {
        return switch (task) {
            case TaskSpec.Copy copy -> patterns(copy, TRAINING);
            case TaskSpec.ListOps listOps -> {
                // Short expressions come again and again; patterns of bits are as good as never drawn twice.
                Set<Expression> held = expressions(listOps, TEST).limit(listOps.testSequences()).collect(Collectors.toSet());
                yield labelled(listOps, TRAINING, expressions(listOps, TRAINING).filter(expression -> !held.contains(expression)));
            }
        };
    }

    /** Sequences never learned from. */
    public List<Sequence> test() {
        Stream<Sequence> sequences = switch (task) {
            case TaskSpec.Copy copy -> patterns(copy, TEST);
            case TaskSpec.ListOps listOps -> labelled(listOps, TEST, expressions(listOps, TEST));
        };
        return sequences.limit(task.testSequences()).toList();
    }

    private Stream<Sequence> patterns(TaskSpec.Copy copy, String purpose) {
        CopyTask drawn = new CopyTask(copy.patternSteps(), copy.bitsPerStep(), copy.padSteps());
        UniformRandomProvider patterns = streams.stream("copy/" + purpose);
        UniformRandomProvider others = streams.stream("copy/" + purpose + "/shuffled");
        return Stream.generate(() -> {
                    Sequence sequence = drawn.draw(patterns);
                    return copy.shuffledTargets()
                            ? new Sequence(sequence.inputs(), drawn.draw(others).targets(), sequence.mask())
                            : sequence;
                })
                .sequential();
    }

    private Stream<Expression> expressions(TaskSpec.ListOps listOps, String purpose) {
        ListOpsTask drawn = ListOpsStream.of(listOps);
        UniformRandomProvider random = streams.stream("listops/" + purpose);
        return Stream.generate(() -> drawn.draw(random)).sequential();
    }

    private Stream<Sequence> labelled(TaskSpec.ListOps listOps, String purpose, Stream<Expression> expressions) {
        ListOpsTask drawn = ListOpsStream.of(listOps);
        UniformRandomProvider others = streams.stream("listops/" + purpose + "/shuffled");
        return expressions.map(expression ->
                ListOpsExamples.sequence(expression, listOps.shuffledTargets() ? drawn.draw(others).value() : expression.value()));
    }
}
