package columna.experiments.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The valid name a user most likely meant: least edit distance with adjacent swaps, letters compared without case. */
public final class NearestName {

    private NearestName() {}

    /** The nearest of the names, if at most a third of its letters (and at least one) would have to change. */
    public static Optional<String> of(String written, Collection<String> names) {
        return names.stream()
                .filter(name -> distance(written, name) <= Math.max(1, Math.max(name.length(), written.length()) / 3))
                .min(Comparator.<String>comparingInt(name -> distance(written, name)).thenComparing(Comparator.naturalOrder()));
    }

    /** {@code "; did you mean 'rate'?"}, or {@code ": " + the allowed names} when none is near. */
    public static String hint(String written, Collection<String> names) {
        return of(written, names)
                .map(name -> "; did you mean '" + name + "'?")
                .orElseGet(() -> "; allowed: " + String.join(", ", names));
    }

    /** Optimal string alignment distance of the two names in lower case. */
    static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(String a, String b, int[][] d, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
