package columna.reference.task;

import columna.reference.random.RandomStreams;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A copy task's data of one seed: fixed sets drawn once, or an endless stream in which no sequence is shown twice. The sets and the stream
 * are independent of each other.
 */
public record CopyData(CopyTask task, long seed) {

    /** Three fixed sets; the paper's sizes are 20,000, 1,000 and 1,000 sequences. */
    public Sets sets(int training, int validation, int test) {
        return new Sets(draw("train", training), draw("validation", validation), draw("test", test));
    }

    /** An endless stream, the same from its beginning at every call. */
    public Stream<Sequence> stream() {
        UniformRandomProvider random = random("stream");
        return Stream.generate(() -> task.draw(random)).sequential();
    }

    private List<Sequence> draw(String purpose, int count) {
        UniformRandomProvider random = random(purpose);
        return Stream.generate(() -> task.draw(random)).sequential().limit(count).toList();
    }

    private UniformRandomProvider random(String purpose) {
        return new RandomStreams(seed).stream("copy/" + purpose);
    }
}
