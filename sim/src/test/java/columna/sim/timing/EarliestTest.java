package columna.sim.timing;

import static org.assertj.core.api.Assertions.assertThat;

import columna.hardware.block.Ports;
import columna.sim.chip.BusHardware;
import columna.sim.chip.Chip;
import columna.sim.chip.PipelineHardware;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Law 6: a result is not there one cycle before the documented latency and is there at it. Cycle numbers are of
 * MICROARCHITECTURE.md's table: read 2, multiply 3, round 5, so that no two stages can be mistaken for each other.
 */
class EarliestTest {

    private static final PipelineHardware PIPELINE = new PipelineHardware(2, 3, 5);

    /**
     * The fetch is cycle 0, the first slot cycle 1. The first word is complete with slot {@code slots}, so its write falls on
     * cycle {@code slots + latency}.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # operation                          | lanes | slots | latency
            vh[h] := wh[h]                       | 4     | 1     | 11
            vh[h] := mnh[n,h]*vn[n]              | 4     | 5     | 11
            vn[n] := mnh[n,h]*vh[h]              | 4     | 8     | 13
            vn[n] := mnh[n,h]*vh[h]              | 8     | 5     | 14
            s := t                               | 3     | 1     | 13
            s := t                               | 1     | 1     | 11
            vh[h] := 0                           | 4     | 1     | 11
            vh[h] := f(wh[h])                    | 4     | 4     | 12
            vh[h] := e(wh[h])                    | 4     | 4     | 12
            vh[h] := r(wh[h])                    | 4     | 4     | 12
            vn[n] := max(mnh[n,h])               | 4     | 8     | 5
            """)
    void aWordIsCommittedAtItsLatencyAndNotBefore(String equation, int lanes, int slots, int latency) {
        Chip chip = TinyChips.core(lanes, Ports.ONE_READ_ONE_WRITE, PIPELINE, equation);
        assertFirstCommit(chip, 0, slots + latency);
    }

    /**
     * 7 elements of 16 bit, 4 in a beat of 64: the first beat is read in cycle 1, offered and granted in cycle 1 + 2, arrives
     * after 2 hops of 3 cycles, is drained in that cycle, rounded in 5 and written.
     */
    @ParameterizedTest
    @CsvSource({"4, 0", "8, 1"})
    void aReceivedWordIsCommittedAtItsLatencyAndNotBefore(int lanes, int furtherBeats) {
        Chip chip = Chip.of(
                List.of(
                        TinyChips.core("below", 0, lanes, "send vh[h] -> up"),
                        TinyChips.core("above", 2, lanes, "receive wh[h] <- up")),
                PIPELINE, new BusHardware(64, 3, 4), TinyChips.RANDOM);
        assertFirstCommit(chip, 1, 1 + 2 + furtherBeats + 2 * 3 + 5 + 1);
    }

    private static void assertFirstCommit(Chip chip, int core, int cycle) {
        ChipClock clock = new TimingEngine(chip, false).begin(TinyChips.INFER);
        while (clock.cycle() < cycle) {
            clock.tick();
        }
        assertThat(clock.committedWords(core, 0)).as("words committed at the end of cycle %d", cycle - 1).isZero();
        clock.tick();
        assertThat(clock.committedWords(core, 0)).as("words committed at the end of cycle %d", cycle).isEqualTo(1);
    }
}
