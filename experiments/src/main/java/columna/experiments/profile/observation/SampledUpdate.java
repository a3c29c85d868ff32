package columna.experiments.profile.observation;

import columna.experiments.chip.LearningRates;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.LearningSpec;
import columna.reference.learning.Learner;
import columna.reference.network.Parameters;
import columna.reference.task.Sequence;
import columna.reference.training.Trainer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One update that is looked at: signals and accumulators before it, parameters and the optimiser's state after it. */
final class SampledUpdate {

    private final ExperimentSpec spec;
    private final SignalHistograms histograms;
    private final Trainer trainer;
    private final Learner learner;
    private final WideChip wide;
    private final ReferenceObserver observer;
    private final LambdaGradient lambda = new LambdaGradient();
    private final Parameters accumulated;
    private final Map<String, ParameterSignal> ofParameters = new LinkedHashMap<>();
    private final boolean everyTimeStep;
    private final double errorFactor;
    private Parameters before;
    private final int layers;

    /**
     * @param learner one that reads the trainer's parameters
     */
    SampledUpdate(ExperimentSpec spec, SignalHistograms histograms, Trainer trainer, Learner learner) {
        this.spec = spec;
        this.histograms = histograms;
        this.trainer = trainer;
        this.learner = learner;
        this.wide = WideChip.of(spec);
        this.everyTimeStep = spec.learning().update() instanceof LearningSpec.Update.EveryTimeStep;
        this.errorFactor = LearningRates.gradientFactor(spec);
        this.layers = spec.network().layers();
        this.accumulated = trainer.parameters().zeros();
        this.observer = new ReferenceObserver(histograms, layers, lambda);
        histograms.finished().keySet().forEach(name -> ParameterSignal.of(name).ifPresent(signal -> ofParameters.put(name, signal)));
    }

    /** Looks at the sequences that the next update is to learn from. */
    void before(List<Sequence> batch) {
        accumulated.clear();
        lambda.clear();
        before = trainer.parameters().copy();
        for (Sequence sequence : batch) {
            observer.begin(sequence, LearningRates.gradientFactor(sequence));
            learner.learn(sequence, observer);
            accumulate(sequence);
            wide.run(sequence, trainer.parameters(), histograms);
        }
        lambda.count(histograms);
        countGradients(true);
    }

    /** The chip's accumulators grow from time step to time step; each state that is written is counted. */
    private void accumulate(Sequence sequence) {
        learner.begin(sequence);
        for (int t = 0; t < sequence.steps(); t++) {
            learner.advance(t);
            if (sequence.mask()[t] != 0) {
                if (everyTimeStep) {
                    accumulated.clear();
                }
                accumulated.add(LearningRates.gradientFactor(sequence), learner.gradient());
                countGradients(false);
            }
        }
    }

    /** Gradients of log nu and log theta exist in the update phase only; all others are written at every time step with a target. */
    private void countGradients(boolean inUpdate) {
        ofParameters.forEach((name, signal) -> {
            boolean onlyInUpdate = name.equals("lru.gradient.nu.log") || name.equals("lru.gradient.theta.log");
            if (signal.kind() == ParameterSignal.Kind.GRADIENT && (onlyInUpdate == inUpdate || onlyInUpdate && everyTimeStep)) {
                add(signal, accumulated, 1, histograms.of(name));
            }
        });
    }

    /** Looks at what the update has made. */
    void after() {
        double scale = errorFactor * LearningRates.sequencesPerUpdate(spec.learning());
        Parameters change = trainer.parameters().copy();
        change.add(-1, before);
        Parameters first = trainer.optimiser().firstMoment();
        Parameters second = trainer.optimiser().secondMoment();
        ofParameters.forEach((name, signal) -> {
            switch (signal.kind()) {
                case PARAMETER -> {
                    add(signal, trainer.parameters(), 1, histograms.of(name));
                    add(signal, change, 1, histograms.steps(name));
                }
                case MOMENTUM, MOMENT1 -> add(signal, first, scale, histograms.of(name));
                case MOMENT2 -> add(signal, second, scale * scale, histograms.of(name));
                case GRADIENT -> addSteps(signal, scale, histograms.steps(name));
            }
        });
    }

    private void add(ParameterSignal signal, Parameters values, double factor, Histogram histogram) {
        for (double[][] array : signal.arrays(layers, values)) {
            for (double[] row : array) {
                for (double value : row) {
                    histogram.add(factor * value);
                }
            }
        }
    }

    /** Adam forms 1/sqrt(v) and then m/sqrt(v) in the gradient's memory; where v is zero there is no bound to speak of. */
    private void addSteps(ParameterSignal signal, double scale, Histogram histogram) {
        if (!(spec.learning().optimiser() instanceof LearningSpec.Optimiser.Adam)) {
            return;
        }
        List<double[][]> first = signal.arrays(layers, trainer.optimiser().firstMoment());
        List<double[][]> second = signal.arrays(layers, trainer.optimiser().secondMoment());
        for (int array = 0; array < first.size(); array++) {
            for (int row = 0; row < first.get(array).length; row++) {
                for (int i = 0; i < first.get(array)[row].length; i++) {
                    double root = Math.sqrt(second.get(array)[row][i]);
                    if (root > 0) {
                        histogram.add(1 / (scale * root));
                        histogram.add(first.get(array)[row][i] / root);
                    }
                }
            }
        }
    }

    /** Nothing more will be looked at. */
    void finish() {
        wide.markClipped(histograms);
    }
}
