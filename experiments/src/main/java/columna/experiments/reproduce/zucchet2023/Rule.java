package columna.experiments.reproduce.zucchet2023;

import columna.reference.learning.LearningRule;
import columna.reference.learning.Quirk;
import java.util.Set;

/** A row of the paper's tables: a learning rule, as its equations have it or as the authors coded it. */
enum Rule {
    SPATIAL("spatial", LearningRule.SPATIAL, Set.of()),
    TRUNCATED("truncated", LearningRule.TRUNCATED, Set.of()),
    ONLINE("online", LearningRule.ONLINE, Set.of()),
    SNAP1("SnAp-1", LearningRule.SNAP1, Set.of()),
    SNAP1_AS_CODED("SnAp-1 as coded", LearningRule.SNAP1, Set.of(Quirk.values())),
    BPTT("BPTT", LearningRule.BPTT, Set.of());

    private final String words;
    private final LearningRule rule;
    private final Set<Quirk> quirks;

    Rule(String words, LearningRule rule, Set<Quirk> quirks) {
        this.words = words;
        this.rule = rule;
        this.quirks = quirks;
    }

    /** Its name in reports. */
    String words() {
        return words;
    }

    /** The learning rule. */
    LearningRule rule() {
        return rule;
    }

    /** The mistakes of the authors' code that it repeats. */
    Set<Quirk> quirks() {
        return quirks;
    }
}
