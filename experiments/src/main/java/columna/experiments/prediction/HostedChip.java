package columna.experiments.prediction;

import columna.sim.chip.Chip;
import columna.sim.program.Memory;
import columna.sim.program.StepKind;

/** A chip as its host sees it: numbers go in and come out, whatever the chip makes of them. */
public interface HostedChip {

    /** The chip. */
    Chip chip();

    /** The contents of a memory of the core of that name. */
    default double[] read(String core, String memory) {
        return read(chip().index(core), memory);
    }

    /** Replaces the contents of a memory, rows and columns as it is declared; a number is rounded to the nearest word. */
    void load(int core, String memory, double[][] values);

    /** The contents of a memory in row-major order; an imaginary part follows the real one. */
    double[] read(int core, String memory);

    /** Puts numbers on a channel of the host. */
    void send(String channel, double... values);

    /** Runs a time step. */
    void step(StepKind kind);

    /** Loads a memory of one word. */
    default void load(int core, String memory, double value) {
        load(core, memory, new double[][] {{value}});
    }

    /** Takes over what a core's memory holds in another chip. */
    void takeOver(int core, Memory memory, HostedChip other, int theirs);

    /** Takes over every memory that a core of the same name has in another chip. */
    default void takeOver(HostedChip other) {
        for (int core = 0; core < chip().cores().size(); core++) {
            String name = chip().cores().get(core).name();
            for (int theirs = 0; theirs < other.chip().cores().size(); theirs++) {
                if (other.chip().cores().get(theirs).name().equals(name)) {
                    for (Memory memory : chip().cores().get(core).program().memories()) {
                        if (other.chip().cores().get(theirs).program().memories().contains(memory)) {
                            takeOver(core, memory, other, theirs);
                        }
                    }
                }
            }
        }
    }
}
