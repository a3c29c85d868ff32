package columna.experiments.profile.observation;

import columna.sim.program.Memory;
import java.util.List;

/**
 * What was seen of one signal.
 *
 * @param memory its declaration, with the experiment's format; of the first core that has it
 * @param words words of the whole chip that hold it
 * @param source where the values come from
 * @param thirds its values in the first, middle and last third of training
 * @param steps of a gradient what Adam forms in its memory in the update, 1/sqrt(v) and m/sqrt(v); of a parameter what an update changes it
 *     by; empty for other signals
 * @param clipped whether the wide chip itself met its range, so that the true one is larger
 */
public record SignalObservation(
        Memory memory, long words, Source source, List<Histogram> thirds, Histogram steps, boolean clipped) {

    /** First, middle and last. */
    public static final int THIRDS = 3;

    public SignalObservation {
        thirds = List.copyOf(thirds);
    }

    /** Its name. */
    public String name() {
        return memory.name();
    }

    /** Its values over the whole of training, without those of Adam's update. */
    public Histogram whole() {
        Histogram whole = new Histogram();
        thirds.forEach(whole::add);
        return whole;
    }
}
