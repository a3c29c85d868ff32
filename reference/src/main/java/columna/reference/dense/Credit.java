package columna.reference.dense;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What a rule remembers between time steps. */
sealed interface Credit {

    static Credit of(DenseRule rule, DenseSpec spec) {
        return switch (rule) {
            case DenseRule.Rtrl rtrl -> new ByInfluence(rtrl.paths(), new Influence(spec));
            case DenseRule.Bptt _ -> new ByWholeSequence(new ArrayList<>(), new ArrayList<>());
            case DenseRule.SlidingBptt sliding -> new ByWindow(sliding.window(), new ArrayDeque<>());
            case DenseRule.Eligibility eligibility ->
                    new ByEligibility(eligibility.decay(), new double[spec.rows()][spec.columns()]);
            case DenseRule.ReadoutOnly _ -> new Nothing();
        };
    }

    /** Forgets the sequence before. */
    void begin();

    /** Adds what is known at time step t, whose {@code dL_t/dh_t} is given, to the gradient of the recurrent weights. */
    void add(int timeStep, CellStep step, double[][] weights, double[] hiddenError, double[][] gradient);

    /** Adds what is known only at the end of the sequence. */
    default void finish(double[][] weights, double[][] gradient) {}

    default void save(DataOutputStream out) throws IOException {
        throw unkept();
    }

    default void restore(DataInputStream in) throws IOException {
        throw unkept();
    }

    private static IllegalStateException unkept() {
        return new IllegalStateException("checkpoint: back-propagation through time has none; the rules that go forward do");
    }

    record Nothing() implements Credit {

        @Override
        public void begin() {}

        @Override
        public void add(int timeStep, CellStep step, double[][] weights, double[] hiddenError, double[][] gradient) {}

        @Override
        public void save(DataOutputStream out) {}

        @Override
        public void restore(DataInputStream in) {}
    }

    record ByInfluence(PathSchedule paths, Influence influence) implements Credit {

        @Override
        public void begin() {
            influence.clear();
        }

        @Override
        public void add(int timeStep, CellStep step, double[][] weights, double[] hiddenError, double[][] gradient) {
            PathMask mask = paths.at(timeStep);
            if (mask.units() != step.hidden().length) {
                throw new IllegalArgumentException("path mask at time step %d: %d units, the network has %d"
                        .formatted(timeStep, mask.units(), step.hidden().length));
            }
            step.propagate(weights, mask, influence);
            influence.addGradient(hiddenError, gradient);
        }

        @Override
        public void save(DataOutputStream out) throws IOException {
            influence.save(out);
        }

        @Override
        public void restore(DataInputStream in) throws IOException {
            influence.restore(in);
        }
    }

    record ByEligibility(double decay, double[][] traces) implements Credit {

        @Override
        public void begin() {
            Rows.clear(traces);
        }

        @Override
        public void add(int timeStep, CellStep step, double[][] weights, double[] hiddenError, double[][] gradient) {
            double[] slopes = step.immediate();
            for (int row = 0; row < traces.length; row++) {
                Rows.scale(decay, traces[row]);
                Rows.add(slopes[row], step.presynaptic(), traces[row], 0);
                Rows.add(hiddenError[row % hiddenError.length], traces[row], gradient[row], 0);
            }
        }

        @Override
        public void save(DataOutputStream out) throws IOException {
            Rows.save(traces, out);
        }

        @Override
        public void restore(DataInputStream in) throws IOException {
            Rows.restore(traces, in);
        }
    }

    record ByWindow(int window, Deque<CellStep> latestFirst) implements Credit {

        @Override
        public void begin() {
            latestFirst.clear();
        }

        @Override
        public void add(int timeStep, CellStep step, double[][] weights, double[] hiddenError, double[][] gradient) {
            latestFirst.addFirst(step);
            if (latestFirst.size() > window) {
                latestFirst.removeLast();
            }
            CellStep.StateErrors errors = CellStep.StateErrors.of(hiddenError);
            for (CellStep past : latestFirst) {
                errors = past.backward(weights, errors, gradient);
            }
        }
    }

    record ByWholeSequence(List<CellStep> steps, List<double[]> hiddenErrors) implements Credit {

        @Override
        public void begin() {
            steps.clear();
            hiddenErrors.clear();
        }

        @Override
        public void add(int timeStep, CellStep step, double[][] weights, double[] hiddenError, double[][] gradient) {
            steps.add(step);
            hiddenErrors.add(hiddenError);
        }

        @Override
        public void finish(double[][] weights, double[][] gradient) {
            CellStep.StateErrors errors = CellStep.StateErrors.of(new double[hiddenErrors.getFirst().length]);
            for (int t = steps.size() - 1; t >= 0; t--) {
                errors = steps.get(t).backward(weights, errors.plus(hiddenErrors.get(t)), gradient);
            }
        }
    }
}
