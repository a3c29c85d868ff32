package columna.experiments.profile.observation;

import columna.experiments.chip.LearningRates;
import columna.experiments.spec.ExperimentSpec;

/** The learning rates that the host sends, at updates spread over the whole schedule. */
final class RateHistograms {

    private static final long MOST = 100_000;

    private RateHistograms() {}

    static void count(ExperimentSpec spec, SignalHistograms histograms) {
        LearningRates rates = new LearningRates(spec);
        long updates = LearningRates.updates(spec);
        long stride = Math.max(1, updates / MOST);
        for (long update = 0; update < updates; update += stride) {
            int third = (int) (update * SignalObservation.THIRDS / updates);
            if (histograms.has("rate")) {
                histograms.of("rate", third).add(rates.ofChip(update));
            }
            if (histograms.has("rate.recurrent")) {
                histograms.of("rate.recurrent", third).add(rates.ofChipRecurrent(update));
            }
        }
    }
}
