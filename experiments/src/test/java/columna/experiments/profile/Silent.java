package columna.experiments.profile;

import columna.experiments.run.RunProgress;

/** Progress that nobody sees. */
public final class Silent {

    public static final RunProgress PROGRESS = new RunProgress() {
        @Override
        public void phase(String name, long totalSequences) {}

        @Override
        public void sequences(long done, double chipLoss, double referenceLoss) {}
    };

    private Silent() {}
}
