package columna.cluster.task;

import java.io.Serializable;
import java.util.List;

/** What comes back from an executor. Doing it again after anything but a machine's failure would give the same, so it is an answer, too. */
public sealed interface Answer extends Serializable {

    /**
     * Done.
     *
     * @param text what the computation came to
     */
    record Outcome(String text) implements Answer {}

    /**
     * The experiment was refused.
     *
     * @param sentences for the user
     */
    record Refusal(List<String> sentences) implements Answer {
        public Refusal {
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * The program failed.
     *
     * @param trace the stack trace
     */
    record Failure(String trace) implements Answer {}
}
