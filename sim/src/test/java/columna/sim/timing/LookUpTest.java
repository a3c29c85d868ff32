package columna.sim.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.fixedpoint.table.Interpolation;
import columna.fixedpoint.table.LookupTable;
import columna.fixedpoint.table.Segments;
import columna.hardware.block.Action;
import columna.hardware.block.Adder;
import columna.hardware.block.Block;
import columna.hardware.block.LeadingOneDetector;
import columna.hardware.block.Multiplier;
import columna.hardware.block.Ports;
import columna.hardware.block.RoundingUnit;
import columna.hardware.block.Shifter;
import columna.hardware.block.TableRom;
import columna.sim.accounting.Blocks;
import columna.sim.accounting.Inventory;
import columna.sim.accounting.Inventory.Item;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.chip.CoreHardware;
import columna.sim.chip.PipelineHardware;
import columna.sim.program.CoreProgram;
import columna.sim.program.Memory;
import columna.sim.program.MicroOperation.LookUp;
import columna.sim.program.Phase;
import columna.sim.program.StepKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Look-up units: slots, actions and blocks from closed forms over tables, lanes and units. */
class LookUpTest {

    private static final PipelineHardware PIPELINE = new PipelineHardware(2, 3, 4);
    private static final int LATENCY = 2 + 1 + 1 + 3 + 4;

    private static OperationOutcome run(Chip chip) {
        return TinyChips.step(chip).cores().getFirst().operations().getFirst();
    }

    private static int quotient(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }

    /** A row's words are full but for the last; each takes as many slots as the units need for it. */
    private static long slotsOfRow(int columns, int lanes, int units) {
        return (long) columns / lanes * quotient(lanes, units) + quotient(columns % lanes, units);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "3,1", "3,2", "4,1", "4,2", "4,3", "4,4", "8,1", "8,2", "8,4", "8,8"})
    void unitsShareTheWordsOfABank(int lanes, int units) {
        for (Ports ports : Ports.values()) {
            CoreHardware hardware = new CoreHardware(lanes, ports, units);
            check(run(TinyChips.core(hardware, PIPELINE, "vh[h] := f(wh[h])")), slotsOfRow(7, lanes, units), quotient(7, lanes));
            check(run(TinyChips.core(hardware, PIPELINE, "vg[g] := r(wg[g])")), slotsOfRow(40, lanes, units), quotient(40, lanes));
            check(run(TinyChips.core(hardware, PIPELINE, "re(cn[n]) := e(vn[n])")), slotsOfRow(5, lanes, units), quotient(5, lanes));
        }
        CoreHardware twoPorts = new CoreHardware(lanes, Ports.ONE_READ_ONE_WRITE, units);
        check(run(TinyChips.core(twoPorts, PIPELINE, "mnh[n,h] := f(mnh[n,h])")), 5 * slotsOfRow(7, lanes, units), 5 * quotient(7, lanes));
    }

    private static void check(OperationOutcome found, long slots, int words) {
        assertThat(found.slots()).as(found.issued().operation().text()).isEqualTo(slots);
        assertThat(found.cycles()).isEqualTo(1 + slots + LATENCY);
        assertThat(found.reads()).isEqualTo(words);
        assertThat(found.writes()).isEqualTo(words);
    }

    /** vk is a row of 6, mbc three rows of 2: a slot ends at the border of a word of either. */
    @ParameterizedTest
    @CsvSource({
        "3, 1, 6, 2", // 0 | 1 | 2 | 3 | 4 | 5
        "3, 3, 4, 2", // 0 1 | 2 | 3 | 4 5
        "4, 4, 3, 2", // 0 1 | 2 3 | 4 5
        "8, 8, 3, 1",
        "8, 1, 6, 1"
    })
    void slotsEndAtTheBordersOfBothBanks(int lanes, int units, int slots, int words) {
        CoreHardware hardware = new CoreHardware(lanes, Ports.ONE_READ_ONE_WRITE, units);
        OperationOutcome spread = run(TinyChips.core(hardware, PIPELINE, "mbc[b,c] := f(vk[b,c])"));
        assertThat(List.of(spread.slots(), spread.reads(), spread.writes())).containsExactly((long) slots, (long) words, 3L);
        OperationOutcome gathered = run(TinyChips.core(hardware, PIPELINE, "vk[k] := f(mbc[k])"));
        assertThat(List.of(gathered.slots(), gathered.reads(), gathered.writes())).containsExactly((long) slots, 3L, (long) words);
    }

    static List<Chip> chips() {
        return WholeChipTest.chips();
    }

    /** The number of units changes cycles and nothing else that is counted. */
    @ParameterizedTest
    @MethodSource("chips")
    void lookUpsOfWholeChipsTakeTheSlotsOfTheirRows(Chip chip) {
        StepKind kind = WholeChipTest.KINDS.getLast();
        Map<Integer, Map<String, Long>> actions = new TreeMap<>();
        for (int units : new int[] {1, 2, 4}) {
            Chip changed = TinyChips.withTableUnits(chip, units);
            StepOutcome step = new TimingEngine(changed, false).step(kind);
            for (int core = 0; core < changed.cores().size(); core++) {
                CoreHardware hardware = changed.cores().get(core).hardware();
                for (OperationOutcome operation : step.cores().get(core).operations()) {
                    if (operation.issued().operation() instanceof LookUp lookUp) {
                        Memory memory = lookUp.destination().memory();
                        assertThat(operation.slots()).as("%s with %s", lookUp.text(), hardware)
                                .isEqualTo(memory.rows() * slotsOfRow(memory.columns(), hardware.lanes(), hardware.tableUnits()));
                    }
                }
            }
            Map<String, Long> counted = new TreeMap<>();
            step.counts().forEach((key, count) -> {
                if (key.action() != Action.CLOCK) {
                    counted.put(key.toString(), count);
                }
            });
            actions.put(units, counted);
        }
        assertThat(actions.get(2)).isEqualTo(actions.get(1));
        assertThat(actions.get(4)).isEqualTo(actions.get(1));
    }

    /**
     * Widths: an entry has 16 bits, a difference of entries 17. 16 segments of 65,536 inputs leave a remainder of 12 bits; 16
     * segments of 16 inputs leave none. The mantissa of a positive word of 16 bits has 14 below its leading one, and 3 of
     * the 4 address bits are of them: 11 are left. So lines have 17 + 12 and 17 + 11 bits.
     */
    @Test
    void aLookUpActsAsItsTableNeeds() {
        assertThat(actions("vh[h] := e(wh[h])")).isEqualTo(Map.of("look up", 7L, "round", 7L));
        assertThat(actions("vh[h] := a(wh[h])")).isEqualTo(Map.of("look up", 7L, "round", 7L));
        assertThat(actions("vh[h] := f(wh[h])"))
                .isEqualTo(Map.of("look up", 7L, "multiply", 7L, "add", 14L, "round", 7L));
        assertThat(actions("vh[h] := r(wh[h])")).isEqualTo(
                Map.of("compare", 7L, "shift", 14L, "look up", 7L, "multiply", 7L, "add", 14L, "round", 7L));
        assertThat(blocks(1, "vh[h] := e(wh[h])")).isEqualTo(Map.of(rom(16), 1L, rounding(16), 4L));
        assertThat(blocks(1, "vh[h] := a(wh[h])")).isEqualTo(Map.of(rom(17), 1L, rounding(16), 4L));
        assertThat(blocks(2, "vh[h] := f(wh[h])")).isEqualTo(Map.of(
                rom(17), 2L, new Multiplier(17, 12), 2L, new Adder(29), 4L, rounding(29), 4L));
        assertThat(blocks(3, "vh[h] := r(wh[h])")).isEqualTo(Map.of(
                rom(17), 3L, new LeadingOneDetector(16), 3L, new Shifter(16), 3L, new Shifter(28), 3L,
                new Multiplier(17, 11), 3L, new Adder(28), 6L, rounding(28), 4L));
    }

    private static RoundingUnit rounding(int inputBits) {
        return new RoundingUnit(inputBits, 16, false, true);
    }

    private static TableRom rom(int entries) {
        return new TableRom(entries, 16);
    }

    private static Chip used(int units, String equation) {
        CoreProgram declared = TinyChips.declarations().build();
        String name = equation.substring(equation.indexOf(":=") + 3, equation.indexOf('(', equation.indexOf(":=")));
        LookupTable contents = declared.tables().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow().contents();
        CoreProgram program = CoreProgram.named("one table")
                .declare(memory("vh"))
                .declare(memory("wh"))
                .declare(TinyChips.table(name, contents))
                .infer(Phase.FORWARD, equation)
                .build();
        return chip(units, program);
    }

    private static Memory memory(String name) {
        return TinyChips.declarations().build().memories().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    private static Chip chip(int units, CoreProgram program) {
        Core core = new Core("core", 0, program, new CoreHardware(4, Ports.ONE_READ_ONE_WRITE, units));
        return Chip.of(List.of(core), PIPELINE, TinyChips.BUS, TinyChips.RANDOM);
    }

    /** What a step counts, without memories and sequencer. */
    private static Map<String, Long> actions(String equation) {
        Map<String, Long> actions = new TreeMap<>();
        TinyChips.step(used(1, equation)).counts().forEach((key, count) -> {
            if (!List.of(Action.READ, Action.WRITE, Action.CLOCK, Action.FETCH).contains(key.action())) {
                actions.merge(key.action().label(), count, Long::sum);
            }
        });
        return actions;
    }

    /** What a core has beside memories, their registers and the sequencer. */
    private static Map<Block, Long> blocks(int units, String equation) {
        List<String> others = List.of("sequencer", "operand register", "vh", "wh", "bus segment");
        return Inventory.of(used(units, equation)).items().stream()
                .filter(item -> !others.contains(item.name()))
                .collect(Collectors.toMap(Item::block, Item::count));
    }

    @Test
    void tablesWithEqualContentsAreOneRom() {
        CoreProgram program = CoreProgram.named("twins")
                .declare(memory("vh"))
                .declare(memory("wh"))
                .declare(TinyChips.table("one", line(StrictMath.PI)))
                .declare(TinyChips.table("two", line(StrictMath.PI)))
                .declare(TinyChips.table("three", line(StrictMath.E)))
                .infer(Phase.FORWARD, "vh[h] := one(wh[h])", "vh[h] := two(wh[h])", "vh[h] := three(wh[h])")
                .build();
        assertThat(Inventory.of(chip(2, program)).items())
                .filteredOn(item -> item.block() instanceof TableRom)
                .extracting(item -> item.name() + " " + item.count())
                .containsExactly("table one 2", "table three 2");
        assertThat(Blocks.of(chip(2, program)).core(0).tables().roms()).hasSize(3);
    }

    private static LookupTable line(double slope) {
        return LookupTable.direct(
                Segments.covering(TinyChips.WORD, 4), Interpolation.LINEAR, TinyChips.WORD, TinyChips.WORD, x -> slope * x);
    }

    @Test
    void aBankWordFeedsNoMoreUnitsThanLanes() {
        assertThatThrownBy(() -> new CoreHardware(4, Ports.ONE_READ_WRITE, 5))
                .hasMessage("a core of 4 lanes has 5 look-up units; 1 to 4 are possible");
        assertThatThrownBy(() -> new CoreHardware(4, Ports.ONE_READ_WRITE, 0))
                .hasMessage("a core of 4 lanes has 0 look-up units; 1 to 4 are possible");
        assertThat(new CoreHardware(4, Ports.ONE_READ_WRITE).tableUnits()).isEqualTo(1);
    }
}
