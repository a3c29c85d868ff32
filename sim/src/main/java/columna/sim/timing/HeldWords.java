package columna.sim.timing;

import columna.sim.program.Operand;
import java.util.Arrays;
import java.util.List;

/**
 * The holding registers of the operand positions while slots are laid out: a slot reads a word only if its position does
 * not hold it, and two positions of one slot that need the same word share one read. All are empty when a micro-operation
 * begins.
 */
final class HeldWords {

    private static final int NOTHING = -1;

    private final boolean[] sameAsNext;
    private final int[] held;
    private final SlotPlan.Builder plan;

    HeldWords(List<Operand> sources, SlotPlan.Builder plan) {
        this.held = new int[sources.size()];
        this.sameAsNext = new boolean[sources.size()];
        for (int i = 0; i + 1 < sources.size(); i++) {
            sameAsNext[i] = sources.get(i).memory().equals(sources.get(i + 1).memory());
        }
        this.plan = plan;
        Arrays.fill(held, NOTHING);
    }

    /** The slot needs this word at this position. */
    void need(int source, int word) {
        if (held[source] != word) {
            plan.read(source, word);
            held[source] = word;
        }
    }

    /** The slot needs a word at this position and one at the next. */
    void need(int left, int leftWord, int rightWord) {
        boolean same = sameAsNext[left] && leftWord == rightWord;
        boolean shared = same && held[left] != leftWord && held[left + 1] != rightWord;
        need(left, leftWord);
        if (shared) {
            held[left + 1] = rightWord;
        }
        need(left + 1, rightWord);
    }
}
