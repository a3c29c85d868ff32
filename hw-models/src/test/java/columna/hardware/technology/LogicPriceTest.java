package columna.hardware.technology;

import static org.assertj.core.api.Assertions.assertThat;

import columna.hardware.block.Action;
import columna.hardware.block.Adder;
import columna.hardware.block.Block;
import columna.hardware.block.Comparator;
import columna.hardware.block.LeadingOneDetector;
import columna.hardware.block.LinearFeedbackRegister;
import columna.hardware.block.Memory;
import columna.hardware.block.Multiplier;
import columna.hardware.block.Ports;
import columna.hardware.block.Register;
import columna.hardware.block.RegisterFile;
import columna.hardware.block.RoundingUnit;
import columna.hardware.block.Sequencer;
import columna.hardware.block.Shifter;
import columna.hardware.block.TableRom;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logic prices against closed forms worked out here from single rows: row x (0.9/1.1)^2 x correction x node x V^2. */
final class LogicPriceTest {
    private static final Percentage ROUNDING = Percentage.withPercentage(1e-9);
    private static final double TO_0_9_V = 0.81 / 1.21;
    private static final double CLOCK_TREE_PJ = 0.004159;
    private static final Technology AT_45 = Technology.named("cmos-45nm");
    private static final Technology AT_28 = Technology.named("cmos-28nm");

    @ParameterizedTest
    @ValueSource(ints = {4, 6, 8, 10, 12, 16, 20, 24, 32})
    void adderMeetsItsSynthesisWithinTheFitsWorstResidual(int bits) {
        var row = row("adder", bits, bits, "uniform");
        var price = AT_45.price(new Adder(bits), Action.ADD);
        assertThat(price.nominal().value()).isCloseTo(row.number("energy_pj") * TO_0_9_V * 0.6, Percentage.withPercentage(3));
        assertThat(price.low().value()).isCloseTo(row.number("energy_pj") * TO_0_9_V * 0.5, Percentage.withPercentage(3));
        assertThat(price.high().value()).isCloseTo(row.number("energy_pj") * TO_0_9_V * 0.75, Percentage.withPercentage(3));
        assertThat(AT_45.area(new Adder(bits)).nominal().value())
                .isCloseTo(row.number("area_um2") * 0.95 * 1.43, Percentage.withPercentage(0.1));
        assertThat(AT_45.latency(new Adder(bits)).orElseThrow().nominal().value())
                .isCloseTo(row.number("path_ns") * 1.3, ROUNDING);
    }

    /** All 18 synthesised shapes; the fit's worst residual is 12.7 %, below 4 % from 8 x 8 on. */
    @Test
    void multiplierMeetsItsSynthesis() {
        var rows = Csv.resource("synth45.csv").where("component", "mult_signed").rows();
        assertThat(rows).hasSize(18);
        for (var row : rows) {
            var multiplier = new Multiplier((int) row.number("width_a"), (int) row.number("width_b"));
            boolean large = Math.min(multiplier.leftBits(), multiplier.rightBits()) >= 8;
            assertThat(AT_45.price(multiplier, Action.MULTIPLY).nominal().value()).as("%s", multiplier)
                    .isCloseTo(row.number("energy_pj") * TO_0_9_V * 0.6, Percentage.withPercentage(large ? 4 : 12.8));
            assertThat(AT_45.area(multiplier).nominal().value()).as("%s area", multiplier)
                    .isCloseTo(row.number("area_um2") * 0.95 * 1.43, Percentage.withPercentage(8));
        }
    }

    /** 28 nm at 0.9 V is 0.637 (0.518 to 0.784) of 45 nm at 0.9 V, bounds multiplied with the correction's. */
    @Test
    void nodesScaleMultiplicatively() {
        var at45 = AT_45.price(new Multiplier(16, 16), Action.MULTIPLY);
        var at28 = AT_28.price(new Multiplier(16, 16), Action.MULTIPLY);
        assertThat(at28.nominal().value()).isCloseTo(0.637 * at45.nominal().value(), ROUNDING);
        assertThat(at28.low().value()).isCloseTo(0.518 * at45.low().value(), ROUNDING);
        assertThat(at28.high().value()).isCloseTo(0.784 * at45.high().value(), ROUNDING);
        assertThat(AT_28.area(new Adder(8)).nominal().value()).isCloseTo(0.38 * AT_45.area(new Adder(8)).nominal().value(), ROUNDING);
    }

    @Test
    void lowPowerAtHalfTheVoltsIsAQuarterOfTheJoules() {
        var low = Technology.named("cmos-28nm-low-power");
        assertThat(low.price(new Adder(16), Action.ADD).nominal().value())
                .isCloseTo(AT_28.price(new Adder(16), Action.ADD).nominal().value() * (0.6 * 0.6) / (0.9 * 0.9), ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32})
    void mappedUnitsKeepTheirRows(int bits) {
        mapped(new Comparator(bits), Action.COMPARE, row("comparator_lt", bits, bits, "uniform"), 0);
        mapped(new LeadingOneDetector(bits), Action.COMPARE, row("comparator_lt", bits, bits, "uniform"), 0);
        mapped(new Shifter(bits), Action.SHIFT, row("barrel_shift_right_arith", bits, 0, "uniform"), 0);
        mapped(new LinearFeedbackRegister(bits), Action.ADVANCE, row("lfsr_fibonacci_1bit_per_cycle", bits, 0, "rst0"), bits * CLOCK_TREE_PJ);
    }

    private static void mapped(Block block, Action action, Csv.Row row, double clockTree) {
        double raw = row.number("energy_pj") * TO_0_9_V;
        assertThat(AT_45.price(block, action).nominal().value()).as("%s", block).isCloseTo(raw * 0.6 + clockTree, ROUNDING);
        assertThat(AT_45.area(block).nominal().value()).as("%s area", block)
                .isCloseTo(row.number("area_um2") * 0.95 * 1.43, ROUNDING);
    }

    /** The plane over the two widths meets each synthesised unit within 25 %, which the stated bounds contain. */
    @ParameterizedTest
    @CsvSource({"16, 8", "24, 8", "24, 16", "32, 8", "32, 16", "40, 16", "48, 24"})
    void roundingUnitsMeetTheirSynthesis(int in, int out) {
        for (boolean stochastic : new boolean[] {false, true}) {
            var row = row(stochastic ? "round_stochastic_saturate" : "round_nearest_saturate", in, out, "uniform");
            double expected = row.number("energy_pj") * TO_0_9_V * 0.6;
            var price = AT_45.price(new RoundingUnit(in, out, stochastic, true), Action.ROUND);
            assertThat(price.nominal().value()).isCloseTo(expected, Percentage.withPercentage(25));
            assertThat(expected).isBetween(price.low().value(), price.high().value());
        }
    }

    @Test
    void stochasticRoundingCostsMoreThanNearestAndWrappingLessThanSaturating() {
        for (int bits : List.of(16, 24, 32, 48)) {
            double nearest = round(bits, false, true);
            assertThat(round(bits, true, true)).isGreaterThan(nearest);
            assertThat(round(bits, false, false)).isLessThan(nearest);
        }
    }

    private static double round(int bits, boolean stochastic, boolean saturating) {
        return AT_45.price(new RoundingUnit(bits, 16, stochastic, saturating), Action.ROUND).nominal().value();
    }

    @ParameterizedTest
    @CsvSource({"sigmoid, 6, 8", "sigmoid, 8, 8", "tanh, 8, 8", "tanh, 8, 12", "tanh, 10, 10"})
    void tablesMeetTheirSynthesisWithinTenPercent(String function, int addressBits, int bits) {
        var row = row("lut_comb_rom_" + function, addressBits, bits, "uniform");
        var price = AT_45.price(new TableRom(1 << addressBits, bits), Action.LOOK_UP);
        assertThat(price.nominal().value()).isCloseTo(row.number("energy_pj") * TO_0_9_V * 0.6, Percentage.withPercentage(10));
        assertThat(price.evidence()).isEqualTo(Evidence.SCALED);
    }

    /** The closed forms of the data notes, in pJ at 1.1 V: write 0.00059831 w b + 0.016445 b + 0.0014247 w, clock 0.0078405 w. */
    @ParameterizedTest
    @CsvSource({"4, 8", "4, 32", "16, 16", "32, 32", "128, 8"})
    void registerFilesFollowTheirFits(int words, int bits) {
        var file = new RegisterFile(words, bits, Ports.ONE_READ_ONE_WRITE);
        double write = (0.00059831 * words * bits + 0.016445 * bits + 0.0014247 * words) * TO_0_9_V * 0.6 + bits * CLOCK_TREE_PJ;
        double clock = 0.0078405 * words * TO_0_9_V * 0.6 + words * CLOCK_TREE_PJ;
        double area = (6.0986 * words * bits + 5.1482 * words) * 0.95 * 1.43;
        assertThat(AT_45.price(file, Action.WRITE).nominal().value()).isCloseTo(write, ROUNDING);
        assertThat(AT_45.price(file, Action.CLOCK).nominal().value()).isCloseTo(clock, ROUNDING);
        assertThat(AT_45.area(file).nominal().value()).isCloseTo(area, ROUNDING);
        // Rows of equal words differ by up to 5 % per bit; reading meets the row of this file within that.
        assertThat(AT_45.price(file, Action.READ).nominal().value())
                .isCloseTo(row("regfile_ff_1r1w", bits, words, "read_minus_idle").number("energy_pj") * TO_0_9_V * 0.6,
                        Percentage.withPercentage(6));
        assertThat(AT_45.area(new RegisterFile(words, bits, Ports.TWO_READ_ONE_WRITE)).nominal().value()).isCloseTo(1.26 * area, ROUNDING);
    }

    /**
     * A known gap of the data: reading flip-flops is priced by an upper bound, so the largest file costs more per read than
     * the smallest SRAM, which is larger. When better data closes the gap, this test asks to be turned round.
     */
    @Test
    void knownGapAFileJustBelowTheLimitReadsDearerThanTheSramAboveIt() {
        var file = Memory.of(255, 16, Ports.ONE_READ_WRITE).block();
        var sram = Memory.of(256, 16, Ports.ONE_READ_WRITE).block();
        assertThat(AT_28.price(file, Action.READ).nominal().value()).isGreaterThan(AT_28.price(sram, Action.READ).nominal().value());
        assertThat(AT_28.price(file, Action.READ).low().value()).isLessThan(AT_28.price(sram, Action.READ).nominal().value());
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void registersKeepTheirRows(int bits) {
        double idle = row("register_clock_gated", bits, 0, "en0").number("energy_pj") * TO_0_9_V * 0.6;
        double written = row("register_clock_gated", bits, 0, "en1").number("energy_pj") * TO_0_9_V * 0.6;
        // The line through 8 and 32 bits meets the 16-bit row within 0.5 %.
        assertThat(AT_45.price(new Register(bits), Action.CLOCK).nominal().value())
                .isCloseTo(idle + CLOCK_TREE_PJ, Percentage.withPercentage(0.5));
        assertThat(AT_45.price(new Register(bits), Action.WRITE).nominal().value())
                .isCloseTo(written - idle + bits * CLOCK_TREE_PJ, Percentage.withPercentage(0.5));
        assertThat(AT_45.latency(new Register(bits))).isEmpty();
    }

    @Test
    void aSequencerIsTheSumOfItsParts() {
        var sequencer = new Sequencer(256, 48);
        var memory = Memory.of(256, 48, Ports.ONE_READ_WRITE).block();
        double fetch = nominal(memory, Action.READ) + nominal(new Register(48), Action.WRITE)
                + nominal(new Register(8), Action.WRITE) + nominal(new Adder(8), Action.ADD);
        assertThat(nominal(sequencer, Action.FETCH)).isCloseTo(fetch, ROUNDING);
        assertThat(nominal(sequencer, Action.CLOCK))
                .isCloseTo(nominal(new Register(48), Action.CLOCK) + nominal(new Register(8), Action.CLOCK), ROUNDING);
        double area = List.of(memory, new Register(48), new Register(8), new Adder(8)).stream()
                .mapToDouble(block -> AT_28.area(block).nominal().value()).sum();
        assertThat(AT_28.area(sequencer).nominal().value()).isCloseTo(area, ROUNDING);
    }

    /** Half the supply, a quarter of every energy; leakage and area stay. */
    @Test
    void everyEnergyIsProportionalToTheSquareOfTheSupply(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) {
        var half = Technology.read(UserFile.write(folder, """
                name: half
                extends: cmos-45nm
                operating_point:
                  supply_volts: {value: 0.45, evidence: assumed, source: a test}
                """));
        for (Block block : Blocks.all()) {
            for (Action action : block.actions()) {
                var full = AT_45.price(block, action);
                var quarter = half.price(block, action);
                assertThat(quarter.nominal().value()).as("%s %s", block, action).isCloseTo(full.nominal().value() / 4, ROUNDING);
                assertThat(quarter.high().value()).isCloseTo(full.high().value() / 4, ROUNDING);
            }
            assertThat(half.leakage(block)).isEqualTo(AT_45.leakage(block));
            assertThat(half.area(block)).isEqualTo(AT_45.area(block));
        }
    }

    private static double nominal(Block block, Action action) {
        return AT_28.price(block, action).nominal().value();
    }

    private static Csv.Row row(String component, int left, int right, String stimulus) {
        return Csv.resource("synth45.csv").where("component", component).where("stimulus", stimulus).rows().stream()
                .filter(row -> row.number("width_a") == left && row.number("width_b") == right).findFirst().orElseThrow();
    }
}
