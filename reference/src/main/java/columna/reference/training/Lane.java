package columna.reference.training;

import columna.reference.learning.Dropout;
import columna.reference.learning.Learner;
import columna.reference.learning.LearningRule;
import columna.reference.learning.Score;
import columna.reference.network.NetworkSpec;
import columna.reference.network.Parameters;
import columna.reference.task.Sequence;
import java.util.ArrayList;
import java.util.List;

/** The sequences of a batch that are learned one after the other, with the sum of their gradients. */
abstract sealed class Lane {

    private long averagedCorrect;

    /** Lanes on the same parameters. The first must be refreshed before the others. */
    static List<Lane> of(NetworkSpec spec, Parameters parameters, LearningRule rule, TrainingOptions options, int count) {
        List<Lane> lanes = new ArrayList<>();
        switch (options.precision()) {
            case DOUBLE -> {
                Learner first = new Learner(spec, parameters, rule, options.quirks());
                for (int lane = 0; lane < count; lane++) {
                    lanes.add(new InDouble(lane == 0 ? first : first.sibling()));
                }
            }
            case FLOAT -> {
                columna.reference.single.Parameters rounded = columna.reference.single.Parameters.like(parameters);
                columna.reference.single.Learner first = new columna.reference.single.Learner(spec, rounded, rule, options.quirks());
                for (int lane = 0; lane < count; lane++) {
                    lanes.add(new InFloat(lane == 0 ? first : first.sibling(), lane == 0 ? () -> rounded.set(parameters) : () -> {}));
                }
            }
        }
        return List.copyOf(lanes);
    }

    /** Reads the parameters anew. */
    abstract void refresh();

    /** Sums become zero. */
    void clear() {
        averagedCorrect = 0;
    }

    abstract Score learn(Sequence sequence, Dropout dropout);

    final Score evaluate(Sequence sequence) {
        Score score = score(sequence);
        averagedCorrect += lastAveragedCorrect();
        return score;
    }

    abstract Score score(Sequence sequence);

    abstract int lastAveragedCorrect();

    abstract void addGradientTo(Parameters sum);

    /** Outputs right by time-averaged log-probabilities since the last {@link #clear}. */
    final long averagedCorrect() {
        return averagedCorrect;
    }

    /** In double precision. */
    static final class InDouble extends Lane {

        private final Learner learner;

        InDouble(Learner learner) {
            this.learner = learner;
        }

        Learner learner() {
            return learner;
        }

        @Override
        void refresh() {
            learner.refresh();
        }

        @Override
        void clear() {
            super.clear();
            learner.clearGradient();
        }

        @Override
        Score learn(Sequence sequence, Dropout dropout) {
            return learner.learnMore(sequence, dropout);
        }

        @Override
        Score score(Sequence sequence) {
            return learner.evaluateMore(sequence);
        }

        @Override
        int lastAveragedCorrect() {
            return learner.averagedCorrect();
        }

        @Override
        void addGradientTo(Parameters sum) {
            sum.add(1, learner.gradient());
        }
    }

    /** In single precision. */
    static final class InFloat extends Lane {

        private final columna.reference.single.Learner learner;
        private final Runnable rounding;

        /** {@code rounding} brings the shared single-precision parameters up to date, for one lane. */
        InFloat(columna.reference.single.Learner learner, Runnable rounding) {
            this.learner = learner;
            this.rounding = rounding;
        }

        @Override
        void refresh() {
            rounding.run();
            learner.refresh();
        }

        @Override
        void clear() {
            super.clear();
            learner.clearGradient();
        }

        @Override
        Score learn(Sequence sequence, Dropout dropout) {
            return learner.learnMore(sequence, dropout);
        }

        @Override
        Score score(Sequence sequence) {
            return learner.evaluateMore(sequence);
        }

        @Override
        int lastAveragedCorrect() {
            return learner.averagedCorrect();
        }

        @Override
        void addGradientTo(Parameters sum) {
            learner.gradient().addTo(sum);
        }
    }
}
