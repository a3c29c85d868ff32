package columna.sim.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.hardware.block.Action;
import columna.hardware.block.Adder;
import columna.hardware.block.Multiplier;
import columna.sim.program.Phase;
import columna.sim.program.StepKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActionCountsTest {

    private static final ActionKey MULTIPLY = new ActionKey(0, Phase.FORWARD, 1, new Multiplier(16, 16), Action.MULTIPLY);
    private static final ActionKey ADD = new ActionKey(0, Phase.ERROR, 2, new Adder(40), Action.ADD);

    private static ActionCounts counts(long multiplies, long adds) {
        return new ActionCounts.Builder().add(MULTIPLY, multiplies).add(ADD, adds).build();
    }

    @Test
    void sumsAndMultiplesAreExact() {
        assertThat(counts(3, 5).plus(counts(4, 0))).isEqualTo(counts(7, 5));
        assertThat(counts(3, 5).times(1_000_000_000_000L)).isEqualTo(counts(3_000_000_000_000L, 5_000_000_000_000L));
        assertThat(counts(3, 5).times(0)).isEqualTo(ActionCounts.NONE);
        assertThat(counts(3, 5).total(new Adder(40), Action.ADD)).isEqualTo(5);
        assertThat(counts(3, 5).count(MULTIPLY)).isEqualTo(3);
        assertThat(counts(0, 5).size()).isEqualTo(1);
    }

    /** Keys hold enumerations, whose hash codes differ from one start of the program to the next. */
    @Test
    void keysStayInTheOrderInWhichTheyWereFirstCounted() {
        List<ActionKey> added = new ArrayList<>();
        ActionCounts.Builder builder = new ActionCounts.Builder();
        for (int bits = 60; bits > 0; bits--) {
            for (Phase phase : Phase.values()) {
                added.add(new ActionKey(bits % 3, phase, bits, new Adder(bits), Action.ADD));
                builder.add(added.getLast(), bits);
            }
        }
        ActionCounts counts = builder.build();
        List<ActionKey> seen = new ArrayList<>();
        counts.times(2).plus(counts).forEach((key, count) -> seen.add(key));
        assertThat(seen).isEqualTo(added);
    }

    @Test
    void overflowIsRefused() {
        assertThatThrownBy(() -> counts(Long.MAX_VALUE, 0).plus(counts(1, 0))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> counts(1L << 62, 0).times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> counts(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBlockCountsOnlyWhatItCanDo() {
        assertThatThrownBy(() -> new ActionKey(0, Phase.FORWARD, 0, new Adder(8), Action.MULTIPLY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("adder 8 bit cannot multiply");
    }

    @Test
    void aRunAddsItsKinds() {
        StepKind infer = new StepKind(false, false, false, false);
        StepKind learn = new StepKind(false, true, true, false);
        RunActivity run = new RunActivity();
        run.add(infer, 10);
        run.add(learn, 2);
        RunActivity more = new RunActivity();
        more.add(infer, 5);
        run.add(more);
        assertThat(run.counts(kind -> kind.learning() ? counts(1, 1) : counts(3, 0))).isEqualTo(counts(47, 2));
        assertThat(run.cycles(kind -> kind.learning() ? 100 : 7)).isEqualTo(15 * 7 + 200);
        assertThat(run.kinds()).containsExactly(infer, learn);
    }
}
