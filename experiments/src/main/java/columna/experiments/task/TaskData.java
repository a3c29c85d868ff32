package columna.experiments.task;

import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.TaskSpec;
import columna.reference.random.RandomStreams;
import columna.reference.task.CopyTask;
import columna.reference.task.Sequence;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;

/** The sequences of an experiment: an endless training stream and a fixed test set, each from its own random stream. */
public final class TaskData {

    private final CopyTask task;
    private final boolean shuffled;
    private final int testSequences;
    private final RandomStreams streams;

    public TaskData(ExperimentSpec spec) {
        TaskSpec copy = spec.task();
        this.task = new CopyTask(copy.patternSteps(), copy.bitsPerStep(), copy.padSteps());
        this.shuffled = copy.shuffledTargets();
        this.testSequences = copy.testSequences();
        this.streams = new RandomStreams(spec.seed());
    }

    /** The task's sizes. */
    public CopyTask task() {
        return task;
    }

    /** Training sequences without end, the same at every call. */
    public Stream<Sequence> training() {
        return stream("training");
    }

    /** Sequences never learned from. */
    public List<Sequence> test() {
        return stream("test").limit(testSequences).toList();
    }

    private Stream<Sequence> stream(String purpose) {
        UniformRandomProvider patterns = streams.stream("copy/" + purpose);
        UniformRandomProvider others = streams.stream("copy/" + purpose + "/shuffled");
        return Stream.generate(() -> {
                    Sequence sequence = task.draw(patterns);
                    return shuffled
                            ? new Sequence(sequence.inputs(), task.draw(others).targets(), sequence.mask())
                            : sequence;
                })
                .sequential();
    }
}
