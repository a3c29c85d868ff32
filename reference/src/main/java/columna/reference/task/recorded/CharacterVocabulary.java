package columna.reference.task.recorded;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for the characters of a set of texts: padding 0, unknown 1, end 2, then every character (Unicode code point) that occurs often
 * enough, most frequent first and equally frequent ones by code point.
 */
final class CharacterVocabulary {

    static final int PADDING = 0;
    static final int UNKNOWN = 1;
    static final int END = 2;
    private static final int FIRST = 3;

    private final Map<Integer, Integer> numbers = new HashMap<>();

    private CharacterVocabulary(List<Integer> characters) {
        for (int character : characters) {
            numbers.put(character, FIRST + numbers.size());
        }
    }

    /** Counts the characters of texts, each a row of code points. */
    static CharacterVocabulary of(List<int[]> texts, int leastOccurrences) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int[] text : texts) {
            for (int character : text) {
                counts.merge(character, 1, Integer::sum);
            }
        }
        return new CharacterVocabulary(counts.keySet().stream()
                .filter(character -> counts.get(character) >= leastOccurrences)
                .sorted(Comparator.comparing((Integer character) -> -counts.get(character)).thenComparing(Comparator.naturalOrder()))
                .toList());
    }

    /** The numbers in use, the three special ones included. */
    int size() {
        return FIRST + numbers.size();
    }

    /** The text's numbers as unsigned bytes, and the end. */
    byte[] symbols(int[] text) {
        byte[] symbols = new byte[text.length + 1];
        for (int i = 0; i < text.length; i++) {
            symbols[i] = (byte) (int) numbers.getOrDefault(text[i], UNKNOWN);
        }
        symbols[text.length] = END;
        return symbols;
    }
}
