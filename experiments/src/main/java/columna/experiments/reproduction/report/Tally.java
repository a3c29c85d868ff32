package columna.experiments.reproduction.report;

import columna.experiments.reproduce.Claim;
import columna.experiments.reproduce.Comparison;
import columna.experiments.reproduce.Findings;
import columna.experiments.reproduce.Verdict;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How many comparisons and claims there are of each verdict.
 *
 * @param counts verdict to number; absent is none
 */
public record Tally(Map<Verdict, Long> counts) {

    public static Tally of(Findings findings) {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        Stream.concat(findings.comparisons().stream().map(Comparison::verdict), findings.claims().stream().map(Claim::verdict))
                .forEach(verdict -> counts.merge(verdict, 1L, Long::sum));
        return new Tally(counts);
    }

    public long count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0L);
    }

    /** {@code "12 met, 1 missed, 0 not measured"}, and those without criterion if there are any. */
    public String words() {
        long reported = count(Verdict.REPORTED);
        return words(Verdict.MET) + ", " + words(Verdict.MISSED) + ", " + words(Verdict.MISSING)
                + (reported == 0 ? "" : ", " + reported + " without criterion");
    }

    private String words(Verdict verdict) {
        return count(verdict) + " " + verdict.word();
    }
}
