package columna.experiments.profile.measurement;

import java.util.List;

/**
 * One design, measured with one or more seeds; which bits it has and what it costs does not depend on the seed.
 *
 * @param runs one for each seed, in their order
 */
public record SeedMean(List<Measurement> runs) {

    public SeedMean {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("a mean needs at least one run");
        }
    }

    /** Mean loss over seeds. */
    public double loss() {
        return runs.stream().mapToDouble(Measurement::loss).average().orElseThrow();
    }

    /** The lowest loss of a seed. */
    public double lowestLoss() {
        return runs.stream().mapToDouble(Measurement::loss).min().orElseThrow();
    }

    /** The highest loss of a seed. */
    public double highestLoss() {
        return runs.stream().mapToDouble(Measurement::loss).max().orElseThrow();
    }

    /** Mean accuracy over seeds. */
    public double accuracy() {
        return runs.stream().mapToDouble(Measurement::accuracy).average().orElseThrow();
    }

    /** Mean loss of the reference over seeds. */
    public double referenceLoss() {
        return runs.stream().mapToDouble(Measurement::referenceLoss).average().orElseThrow();
    }

    /** Bits of all signals. */
    public long memoryBits() {
        return first().memoryBits();
    }

    /** Energy of learning in picojoules. */
    public double picojoules() {
        return first().picojoules();
    }

    /** The run with the first seed. */
    public Measurement first() {
        return runs.getFirst();
    }
}
