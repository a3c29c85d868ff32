package columna.reference.task.recorded;

import columna.reference.task.LabelledSymbols;
import columna.reference.task.OneHot;
import columna.reference.task.Sequence;
import columna.reference.task.Sets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * IMDB reviews (Maas et al. 2011) as sequences of characters, from the public folder {@code aclImdb}: {@code train/pos}, {@code train/neg},
 * {@code test/pos} and {@code test/neg}, one text file per review. Label 1 is positive, 0 negative.
 *
 * <pre>
 *   characters: Unicode code points, cut to 4,095, then an end symbol;   T at most 4,096
 *   vocabulary: padding, unknown, end, and the characters that occur at least 15 times in the training texts as cut
 *   inputs: one-hot over 135 channels                                                     (Zucchet et al. 2023, code)
 * </pre>
 *
 * The paper has no validation set here: the test set takes its place.
 */
public final class Imdb {

    /** The most time steps, the end symbol included. */
    public static final int STEPS = 4096;

    /** The input channels. */
    public static final int WIDTH = 135;

    /** Negative and positive. */
    public static final int CLASSES = 2;

    /** A character that is rarer in the training texts is unknown. */
    private static final int LEAST_OCCURRENCES = 15;

    private record Review(int[] text, int label) {}

    private Imdb() {}

    /**
     * Reads a folder; sequences are not padded and are built when read.
     *
     * @throws IllegalArgumentException if a folder is missing or empty, or the vocabulary is too large; the message is one sentence
     */
    public static Sets read(Path folder) throws IOException {
        List<Review> training = reviews(folder.resolve("train"));
        CharacterVocabulary vocabulary = CharacterVocabulary.of(training.stream().map(Review::text).toList(), LEAST_OCCURRENCES);
        if (vocabulary.size() > WIDTH) {
            throw new IllegalArgumentException("IMDB: " + folder.resolve("train") + " has a vocabulary of " + vocabulary.size()
                    + " symbols; at most " + WIDTH + " are allowed");
        }
        OneHot oneHot = new OneHot(WIDTH);
        List<Sequence> test = oneHot.sequences(symbols(reviews(folder.resolve("test")), vocabulary));
        return new Sets(oneHot.sequences(symbols(training, vocabulary)), test, test);
    }

    private static List<LabelledSymbols> symbols(List<Review> reviews, CharacterVocabulary vocabulary) {
        return reviews.stream().map(review -> new LabelledSymbols(vocabulary.symbols(review.text()), review.label())).toList();
    }

    private static List<Review> reviews(Path folder) throws IOException {
        List<Review> reviews = new ArrayList<>();
        for (int label = 0; label < CLASSES; label++) {
            for (Path file : files(folder.resolve(label == 0 ? "neg" : "pos"))) {
                IntStream characters = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).codePoints();
                reviews.add(new Review(characters.limit(STEPS - 1).toArray(), label));
            }
        }
        return reviews;
    }

    /** The text files of a folder by name, so that the order is the same on every machine. */
    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("IMDB: there is no folder " + folder + "; needed are train/pos, train/neg, test/pos and test/neg");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(file -> file.getFileName().toString().endsWith(".txt"))
                    .sorted((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString())).toList();
            if (files.isEmpty()) {
                throw new IllegalArgumentException("IMDB: folder " + folder + " holds no .txt file; at least 1 is needed");
            }
            return files;
        }
    }
}
