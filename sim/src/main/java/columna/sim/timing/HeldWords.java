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

    private final List<Operand> sources;
    private final int[] held;
    private final SlotPlan.Builder plan;

    HeldWords(List<Operand> sources, SlotPlan.Builder plan) {
        this.sources = sources;
        this.held = new int[sources.size()];
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

    /** The slot needs a word at each of two positions. */
    void need(int left, int leftWord, int right, int rightWord) {
        boolean same = sources.get(left).memory().equals(sources.get(right).memory()) && leftWord == rightWord;
        boolean shared = same && held[left] != leftWord && held[right] != rightWord;
        need(left, leftWord);
        if (shared) {
            held[right] = rightWord;
        }
        need(right, rightWord);
    }
}
