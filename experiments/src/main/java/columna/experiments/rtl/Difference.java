package columna.experiments.rtl;

/**
 * The first place where RTL and simulator disagree.
 *
 * @param where core and signal, or the chip
 * @param timeStep number of the time step, from 0
 * @param cycle cycle of the time step
 * @param expected what the simulator says
 * @param found what the RTL did
 */
public record Difference(String where, int timeStep, long cycle, String expected, String found) {

    /** One sentence. */
    public String sentence() {
        return where + ", time step " + timeStep + ", cycle " + cycle + ": expected " + expected + ", found " + found;
    }
}
