package columna.experiments.prediction;

import columna.experiments.chip.Nonlinearities;
import columna.sim.chip.Chip;
import java.util.List;
import java.util.function.Supplier;

/**
 * One kind of network on a chip that predicts a stream and learns at every time step: its chips, its host, its float reference. A new kind is
 * one implementation of this beside its core programs.
 */
public interface OnlineSystem {

    /**
     * The chip from some time step on. Cores of stages that have not begun are not in it: they are gated off.
     *
     * @param from first time step
     * @param chip its cores
     */
    record Configuration(long from, Chip chip) {}

    /** The chips in the order of their turns; at least one, the last holding every core. */
    List<Configuration> configurations();

    /** The whole chip as it is built, every core with all the memories that it will ever need. */
    Chip built();

    /** The tables of the chips and the functions that they sample. */
    Nonlinearities tables();

    /** A fresh stream of the experiment's seed, endless and in order. */
    Supplier<Moment> stream();

    /** Loads constants and initial parameters of the cores that a configuration adds. */
    void load(HostedChip chip, int configuration);

    /** A fresh host of a run. */
    Host host();

    /** A fresh float reference that starts with the same parameters. */
    Reference reference();

    /** What leads the chip through time steps. */
    interface Host {

        /** What kind of time step a moment makes. */
        columna.sim.program.StepKind kind(Moment moment);

        /** Runs the time step on a chip and returns its prediction. */
        double step(HostedChip chip, Moment moment);
    }

    /** The float learner of the same rule. */
    interface Reference {

        /** Learns from a moment and returns the prediction made for it. */
        double step(Moment moment);
    }
}
