package columna.experiments.yaml;

import java.util.List;

/**
 * A mistake of the user: one sentence each, saying where, what was found and what is allowed. The command prints the sentences and ends
 * with exit code 2; a stack trace would not help and is never shown.
 */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> sentences;

    public BadInput(String sentence) {
        this(List.of(sentence));
    }

    /** Several mistakes found in one reading, in the order of the file. */
    public BadInput(List<String> sentences) {
        super(String.join("\n", sentences));
        if (sentences.isEmpty()) {
            throw new IllegalArgumentException("a complaint needs a sentence");
        }
        this.sentences = List.copyOf(sentences);
    }

    /** The sentences, at least one. */
    public List<String> sentences() {
        return sentences;
    }
}
