// The float reference beside decision 024: the copy task of copy-task (32 complex units) and of real-lru (64 real units), with eigenvalues that
// are positive, of both signs, or complex, learned online and by back-propagation through time. Run after a build:
//   java --add-modules jdk.incubator.vector -cp 'cli/target/lib/*' src/site/results/checks/ComplexOrReal.java
import columna.experiments.chip.LearningRates;
import columna.experiments.chip.ReferenceNetwork;
import columna.experiments.explain.Signals;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.task.TaskData;
import columna.reference.learning.Learner;
import columna.reference.learning.LearningRule;
import columna.reference.learning.Score;
import columna.reference.network.Parameters;
import columna.reference.task.Sequence;
import columna.reference.training.Trainer;
import java.util.Arrays;
import java.util.List;

public class ComplexOrReal {

    enum Eigenvalues { POSITIVE, SIGNED, COMPLEX }

    public static void main(String[] arguments) {
        System.out.println("rule,eigenvalues,seed,loss,accuracy");
        for (LearningRule rule : List.of(LearningRule.ONLINE, LearningRule.BPTT)) {
            for (Eigenvalues eigenvalues : Eigenvalues.values()) {
                for (long seed = 1; seed <= 3; seed++) {
                    learn(rule, eigenvalues, seed);
                }
            }
        }
    }

    private static void learn(LearningRule rule, Eigenvalues eigenvalues, long seed) {
        String experiment = eigenvalues == Eigenvalues.COMPLEX ? "copy-task" : "real-lru";
        ExperimentSpec spec = ExperimentSpec.read(experiment, Signals.names(), List.of("seed=" + seed));
        Parameters parameters = ReferenceNetwork.initial(spec);
        Parameters initial = parameters.copy();
        Trainer trainer = Trainer.onCallingThread(ReferenceNetwork.of(spec), parameters, rule, new LearningRates(spec).ofReference());
        TaskData data = new TaskData(spec);
        if (eigenvalues == Eigenvalues.SIGNED) {
            keepReal(parameters, spec);
        }
        data.training().limit(spec.learning().sequences()).forEach(sequence -> {
            trainer.step(List.of(sequence));
            if (eigenvalues == Eigenvalues.SIGNED) {
                keepReal(parameters, spec);
            }
        });
        if (eigenvalues == Eigenvalues.POSITIVE && !Arrays.equals(parameters.vector("layers.0.theta_log"), initial.vector("layers.0.theta_log"))) {
            throw new AssertionError("phases moved");
        }
        Learner learner = new Learner(ReferenceNetwork.of(spec), parameters, rule);
        double loss = 0;
        double correct = 0;
        double scored = 0;
        for (Sequence sequence : data.test()) {
            Score score = learner.evaluate(sequence);
            loss += score.loss() / data.test().size();
            correct += score.correct();
            scored += score.scored();
        }
        System.out.printf(java.util.Locale.ROOT, "%s,%s,%d,%.5f,%.4f%n", rule, eigenvalues, seed, loss, correct / scored);
    }

    /** Every other unit has the phase pi, the others 0, and nothing is imaginary; pi has no exact sine, so it is put back after each update. */
    private static void keepReal(Parameters parameters, ExperimentSpec spec) {
        for (int layer = 0; layer < spec.network().layers(); layer++) {
            double[] phases = parameters.vector("layers." + layer + ".theta_log");
            for (int unit = 1; unit < phases.length; unit += 2) {
                phases[unit] = Math.log(Math.PI);
            }
            for (String part : List.of("B_im", "C_im")) {
                for (double[] row : parameters.matrix("layers." + layer + "." + part)) {
                    Arrays.fill(row, 0);
                }
            }
        }
    }
}
