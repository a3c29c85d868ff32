package columna.experiments.prediction;

import columna.experiments.numerics.NoiseSum;
import columna.experiments.spec.PredictionSpec;
import columna.sim.accounting.RunActivity;
import columna.sim.function.SignalRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Chip and float reference predicting one stream side by side, each learning at every time step from the same initial parameters. Neither sees
 * the other; the reference runs on a second thread, which changes no bit.
 */
public final class PredictionRun {

    private static final int WINDOWS_OF_THE_CURVE = 400;
    private static final int STEPS_AT_ONCE = 2000;

    /** Told how far a run has come. */
    @FunctionalInterface
    public interface Progress {
        /** So many time steps are done; mean squared errors over the last of them. */
        void steps(long done, double chip, double reference);
    }

    private final PredictionSpec spec;
    private final OnlineSystem system;
    private final PredictionCosts costs;
    private final ErrorCurve curve;
    private final Supplier<Moment> stream;
    private final OnlineSystem.Host host;
    private final OnlineSystem.Reference reference;
    private final List<RunActivity> activities = new ArrayList<>();
    private final Map<String, NoiseSum> noise = new LinkedHashMap<>();
    private final Map<String, SignalRecord> records = new LinkedHashMap<>();
    private FixedPointChip chip;
    private ObservedWindow window;
    private long observedUntil;

    /** A run that has not begun. */
    public PredictionRun(PredictionSpec spec) {
        this(spec, Systems.of(spec));
    }

    PredictionRun(PredictionSpec spec, OnlineSystem system) {
        this.spec = spec;
        this.system = system;
        this.costs = new PredictionCosts(spec, system);
        this.curve = new ErrorCurve(spec.stream().steps(), WINDOWS_OF_THE_CURVE, spec.stream().scoredSteps());
        this.stream = system.stream();
        this.host = system.host();
        this.reference = system.reference();
    }

    /** Runs to the end, or until asked to stop. */
    public PredictionResult simulate(Progress progress, BooleanSupplier stopRequested) {
        while (curve.steps() < spec.stream().steps() && !stopRequested.getAsBoolean()) {
            List<Moment> moments = new ArrayList<>();
            for (long left = Math.min(STEPS_AT_ONCE, spec.stream().steps() - curve.steps()); moments.size() < left; ) {
                moments.add(stream.get());
            }
            learn(moments, progress);
        }
        return result();
    }

    private void learn(List<Moment> moments, Progress progress) {
        CompletableFuture<double[]> beside =
                CompletableFuture.supplyAsync(() -> moments.stream().mapToDouble(reference::step).toArray());
        long before = curve.steps();
        double[] predictions = new double[moments.size()];
        for (int k = 0; k < predictions.length; k++) {
            predictions[k] = step(before + k, moments.get(k));
        }
        double[] wanted = beside.join();
        double chipError = 0;
        double referenceError = 0;
        for (int k = 0; k < predictions.length; k++) {
            double truth = moments.get(k).truth();
            curve.add(truth, predictions[k], wanted[k]);
            chipError += (truth - predictions[k]) * (truth - predictions[k]);
            referenceError += (truth - wanted[k]) * (truth - wanted[k]);
        }
        progress.steps(curve.steps(), chipError / predictions.length, referenceError / predictions.length);
    }

    private double step(long time, Moment moment) {
        if (activities.size() < system.configurations().size() && system.configurations().get(activities.size()).from() == time) {
            switchOn(activities.size());
        }
        observe(time);
        double prediction = host.step(chip, moment);
        activities.getLast().add(host.kind(moment), 1);
        if (window != null) {
            window.step(chip, moment);
        }
        return prediction;
    }

    /** The next stage's cores join; what goes on learning keeps every word. */
    private void switchOn(int configuration) {
        endWindow();
        FixedPointChip next = new FixedPointChip(system.configurations().get(configuration).chip());
        if (chip != null) {
            next.takeOver(chip);
            chip.records().forEach((signal, record) -> records.put(signal, record));
        }
        system.load(next, configuration);
        chip = next;
        activities.add(new RunActivity());
    }

    private void observe(long time) {
        if (window != null && time >= observedUntil) {
            endWindow();
        }
        long every = Math.max(1, spec.stream().steps() / Math.max(1, spec.windows()));
        if (spec.windows() > 0 && spec.observedSteps() > 0 && time % every == 0 && window == null) {
            window = new ObservedWindow(system, chip, time, noise);
            observedUntil = time + spec.observedSteps();
            chip.observe(true);
        }
    }

    private void endWindow() {
        window = null;
        if (chip != null) {
            chip.observe(false);
        }
    }

    private PredictionResult result() {
        chip.records().forEach((signal, record) -> records.put(signal, record));
        List<StageCost> stages = new ArrayList<>();
        for (int k = 0; k < activities.size(); k++) {
            stages.add(costs.stage(k, activities.get(k)));
        }
        RunActivity inference = new RunActivity();
        inference.add(PredictionResult.inference(), 1);
        return new PredictionResult(
                spec,
                curve.steps() == spec.stream().steps(),
                curve,
                stages,
                costs.built(),
                PredictionCosts.total(stages),
                stages.getLast().clocked().energy(inference),
                noise,
                records);
    }
}
