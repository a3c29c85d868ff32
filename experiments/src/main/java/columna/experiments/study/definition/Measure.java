package columna.experiments.study.definition;

import java.util.Arrays;
import java.util.List;

/** What points of a study are compared by: one key of a run's summary each, under the word that a study file uses. */
public enum Measure {
    /** Mean cross-entropy of an answer of the chip on test sequences. */
    LOSS("loss", "Loss", "chip.loss", "nats", false),
    /** Share of answers of the chip that are right on test sequences. */
    ACCURACY("accuracy", "Accuracy", "chip.accuracy", "1", true),
    /** Energy of learning from one sequence, dynamic and leakage. */
    ENERGY("energy", "Energy per sequence learned", "energy.per_sequence_pj", "pJ", false),
    /** All memory bits of the chip. */
    MEMORY("memory", "Memory", "memory.total_bits", "bit", false),
    /** Memory bits that only learning needs. */
    LEARNING_MEMORY("learning-memory", "Memory for learning", "memory.learning_bits", "bit", false),
    /** Area of the chip. */
    AREA("area", "Area", "area.total_mm2", "mm2", false),
    /** Cycles of learning from one sequence. */
    LATENCY("latency", "Cycles per sequence learned", "cycles.per_sequence_learning", "cycles", false);

    private final String word;
    private final String title;
    private final String key;
    private final String unit;
    private final boolean more;

    Measure(String word, String title, String key, String unit, boolean more) {
        this.word = word;
        this.title = title;
        this.key = key;
        this.unit = unit;
        this.more = more;
    }

    /** The word in study files. */
    public String word() {
        return word;
    }

    /** For the axis of a chart. */
    public String title() {
        return title;
    }

    /** The key of {@code summary.json} and of the store's metrics. */
    public String key() {
        return key;
    }

    /** Its unit. */
    public String unit() {
        return unit;
    }

    /** Whether more is better. */
    public boolean moreIsBetter() {
        return more;
    }

    /** Whether the measure says how well the chip learns, and not what that costs. */
    public boolean quality() {
        return this == LOSS || this == ACCURACY;
    }

    /** The value as something to be minimised. */
    public double cost(double value) {
        return more ? -value : value;
    }

    /** All words, in order. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Measure::word).toList();
    }
}
