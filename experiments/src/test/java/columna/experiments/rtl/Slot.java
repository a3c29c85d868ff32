package columna.experiments.rtl;

import columna.sim.program.Operand;
import java.util.List;

/**
 * What the lanes do in one cycle.
 *
 * @param term number of the term
 * @param factors what it reads: none, a left one, or a left and a right one
 * @param run lanes, or look-up units, at work
 * @param loads whether it is the first slot of its element or group
 * @param finishes whether it is the last one
 * @param completes whether it completes a word of the destination
 * @param last whether it is the micro-operation's last slot
 * @param written the first element of the destination that it works for
 * @param finished elements that it finishes if it finishes any
 */
record Slot(int term, List<Factor> factors, int run, boolean loads, boolean finishes, boolean completes, boolean last, Place written,
        int finished) {

    /** An element's place in its bank. */
    record Place(int word, int lane) {}

    /**
     * @param operand the operand
     * @param place the first lane's element
     * @param broadcast whether it is every lane's
     */
    record Factor(Operand operand, Place place, boolean broadcast) {}
}
