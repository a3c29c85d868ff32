package columna.hardware.technology;

import java.util.Collection;
import java.util.Comparator;

/** The nearest valid name to a misspelt one, by Levenshtein distance. */
final class Spelling {
    private Spelling() {}

    static String nearest(String found, Collection<String> allowed) {
        return allowed.stream().min(Comparator.comparingInt(name -> distance(found, name))).orElseThrow();
    }

    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
