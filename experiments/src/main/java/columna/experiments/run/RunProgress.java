package columna.experiments.run;

/** What a run tells while it goes on. Called by the run's own thread; an implementation may not throw. */
public interface RunProgress {

    /** A phase begins, for example learning; the total is 0 if it has no sequences. */
    void phase(String name, long totalSequences);

    /** A phase begins that counts time steps instead. */
    default void timeSteps(String name, long totalTimeSteps) {
        phase(name, totalTimeSteps);
    }

    /** So many sequences of the phase (or time steps) are done; losses in nats per bit of the target, or mean squared errors; NaN where there is none. */
    void sequences(long done, double chipLoss, double referenceLoss);
}
