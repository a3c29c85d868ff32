package columna.experiments.prediction;

import columna.experiments.spec.WeightStepSpec;
import columna.reference.columnar.ColumnarGradient;
import columna.reference.columnar.ColumnarLearner;
import columna.reference.columnar.ColumnarRule;
import columna.reference.columnar.Credit;
import columna.reference.columnar.FeatureColumns;
import columna.reference.columnar.LateralMask;
import columna.reference.columnar.StateUpdate;
import columna.reference.network.Parameters;
import columna.reference.task.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The float learner of feature columns, which learns from whole sequences. Its predictions are asked for one by one, so a sequence that grows is
 * evaluated again at every time step: nothing of it depends on what comes later.
 */
final class MasterUserReference implements OnlineSystem.Reference {

    private final List<Parameters> parameters;
    private final Parameters readout;
    private final ColumnarLearner learner;
    private final double rate;
    private final boolean metaGradient;
    private final List<double[]> inputs = new ArrayList<>();
    private final List<double[]> targets = new ArrayList<>();

    MasterUserReference(
            StateUpdate update, LateralMask mask, List<Parameters> parameters, Parameters readout, WeightStepSpec learning, boolean metaGradient) {
        this.parameters = parameters;
        this.readout = readout;
        this.rate = learning.rate();
        this.metaGradient = metaGradient;
        double[] rates = new double[parameters.size()];
        Arrays.fill(rates, learning.rate() * learning.outputRateFactor());
        learner = new ColumnarLearner(new FeatureColumns(update, mask, parameters), readout, rates);
    }

    @Override
    public double step(Moment moment) {
        if (moment.first()) {
            inputs.clear();
            targets.clear();
        }
        inputs.add(moment.observation());
        targets.add(new double[] {moment.target()});
        double[] scored = new double[inputs.size()];
        Arrays.fill(scored, 1);
        Sequence sequence = new Sequence(inputs.toArray(double[][]::new), targets.toArray(double[][]::new), scored);
        if (moment.last()) {
            learn(sequence);
        } else {
            learner.evaluate(sequence);
        }
        return learner.prediction(inputs.size() - 1);
    }

    private void learn(Sequence sequence) {
        Credit credit = Credit.of(new ColumnarRule.MasterUser());
        ColumnarGradient gradient = learner.learn(sequence, metaGradient ? credit : credit.withoutMetaGradient());
        double[] weights = learner.weights(sequence.steps());
        System.arraycopy(weights, 0, readout.vector("w"), 0, weights.length);
        for (int column = 0; column < parameters.size(); column++) {
            parameters.get(column).add(-rate, gradient.columns().get(column));
        }
    }
}
