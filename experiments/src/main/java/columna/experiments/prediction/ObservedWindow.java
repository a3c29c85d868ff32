package columna.experiments.prediction;

import columna.experiments.numerics.NoiseSum;
import columna.experiments.numerics.TimeStepErrors;
import columna.sim.program.Memory;
import java.util.Map;

/**
 * A window of time steps in which every signal of the chip is compared with exact arithmetic: both begin with the chip's own words and are shown
 * the same moments, then go their ways.
 */
final class ObservedWindow {

    private final OnlineSystem.Host host;
    private final ExactHost exact;
    private final long firstStep;
    private final Map<String, NoiseSum> sums;
    private int step;

    ObservedWindow(OnlineSystem system, HostedChip chip, long firstStep, Map<String, NoiseSum> sums) {
        this.host = system.host();
        this.exact = new ExactHost(chip.chip(), system.tables()::exact);
        this.exact.takeOver(chip);
        this.firstStep = firstStep;
        this.sums = sums;
    }

    /** Another time step, which the chip has done already. */
    void step(HostedChip chip, Moment moment) {
        host.step(exact, moment);
        compare(exact, chip, new TimeStepErrors.Place(firstStep, step++), sums);
    }

    /** Compares what all memories hold; what never changes is compared too, and then has no noise beyond its first rounding. */
    static void compare(HostedChip exact, HostedChip chip, TimeStepErrors.Place place, Map<String, NoiseSum> sums) {
        for (int core = 0; core < chip.chip().cores().size(); core++) {
            for (Memory memory : chip.chip().cores().get(core).program().memories()) {
                NoiseSum sum = sums.computeIfAbsent(memory.name(), name -> new NoiseSum());
                sum.at(place);
                double[] wanted = exact.read(core, memory.name());
                double[] found = chip.read(core, memory.name());
                for (int k = 0; k < wanted.length; k++) {
                    sum.add(wanted[k], found[k]);
                }
            }
        }
    }
}
