package columna.experiments.reproduction;

import java.util.List;

/** What a reproduction tells while it is measured. Called by one thread at a time; an implementation may not throw. */
@FunctionalInterface
public interface ReproductionProgress {

    /** Nobody looks. */
    ReproductionProgress UNSEEN = standing -> {};

    /** How far the run is now. */
    void now(Standing standing);

    /**
     * How far a run is.
     *
     * @param finished the number of measured points
     * @param points the number of all points
     * @param doneCoreSeconds the work that is done, in the estimates of the points
     * @param coreSeconds the whole work
     * @param running the points being measured
     */
    record Standing(int finished, int points, double doneCoreSeconds, double coreSeconds, List<Running> running) {
        public Standing {
            running = List.copyOf(running);
        }
    }

    /** A point being measured, and the share of its work that is done. */
    record Running(String configuration, long seed, double share) {}
}
