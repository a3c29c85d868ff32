package columna.experiments.reproduce.zucchet2023;

import columna.reference.network.Initialisation;
import columna.reference.network.NetworkSpec;
import columna.reference.optimisation.OptimiserSpec;
import columna.reference.optimisation.RecurrentGroup;
import columna.reference.optimisation.Schedule;
import columna.reference.optimisation.UpdateRule;

/**
 * How a network is trained.
 *
 * @param network its shape
 * @param initialisation how its parameters are first drawn
 * @param rule by what it learns
 * @param step how far an update goes
 * @param dropout the rate, while training
 * @param batch the sequences of an update
 * @param epochs how often all training sequences are shown
 * @param alignedBatches of how many batches, first in each epoch, the gradient is compared with that of BPTT
 */
record Recipe(NetworkSpec network, Initialisation initialisation, Rule rule, Step step, double dropout, int batch, int epochs,
        int alignedBatches) {

    /**
     * How far an update goes.
     *
     * @param rate the base learning rate
     * @param recurrentFactor what it is multiplied by for the recurrent group
     * @param weightDecay of all other parameters
     * @param group the recurrent group
     * @param warmupEpochs in which the learning rate rises
     */
    record Step(double rate, double recurrentFactor, double weightDecay, RecurrentGroup group, int warmupEpochs) {}

    /** The paper's network on the copy task: dropout 0.1, no warm-up. */
    static Recipe copy(CopySize size, NetworkSpec network, Rule rule, double rate, double recurrentFactor) {
        Step step = new Step(rate, recurrentFactor, 0, RecurrentGroup.STANDARD, 0);
        return new Recipe(network, Initialisation.PAPER, rule, step, 0.1, size.batch(), size.epochs(), 0);
    }

    Recipe with(Initialisation other) {
        return new Recipe(network, other, rule, step, dropout, batch, epochs, alignedBatches);
    }

    Recipe withWeightDecay(double decay) {
        Step decaying = new Step(step.rate, step.recurrentFactor, decay, step.group, step.warmupEpochs);
        return new Recipe(network, initialisation, rule, decaying, dropout, batch, epochs, alignedBatches);
    }

    Recipe withAlignedBatches(int batches) {
        return new Recipe(network, initialisation, rule, step, dropout, batch, epochs, batches);
    }

    /** The full batches of an epoch; a ragged rest is left out. */
    int updatesPerEpoch(int sequences) {
        return sequences / batch;
    }

    /** Adam with decoupled decay under the schedule as the authors' code runs it. */
    OptimiserSpec optimiser(int sequences) {
        Schedule schedule = new Schedule.AuthorsCosine(step.rate, updatesPerEpoch(sequences), step.warmupEpochs, epochs);
        return new OptimiserSpec(UpdateRule.Adam.withDecay(step.weightDecay), schedule, step.recurrentFactor, step.group);
    }
}
