package columna.hardware.technology;

import static org.assertj.core.api.Assertions.assertThat;

import columna.hardware.block.Action;
import columna.hardware.block.Adder;
import columna.hardware.block.Block;
import columna.hardware.block.BusWire;
import columna.hardware.block.Multiplier;
import columna.hardware.block.Ports;
import columna.hardware.block.Sram;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Published silicon and synthesis figures lie inside the stated bounds. The figures are data, see anchors.csv. */
final class AnchorTest {
    private static final Technology AT_45 = Technology.named("cmos-45nm");

    private static double anchor(String item, String unit) {
        return TestTables.read("anchors.csv").where("item", item).where("unit", unit).rows().getFirst().number("value");
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void additionEnergyAndAreaOfHorowitz(int bits) {
        holds(AT_45.price(new Adder(bits), Action.ADD), anchor("add" + bits, "pJ"));
        holdsCellArea(new Adder(bits), anchor("add" + bits, "um2"));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 32})
    void multiplicationEnergyAndAreaOfHorowitz(int bits) {
        holds(AT_45.price(new Multiplier(bits, bits), Action.MULTIPLY), anchor("mul" + bits, "pJ"));
        holdsCellArea(new Multiplier(bits, bits), anchor("mul" + bits, "um2"));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 32, 1024})
    void sramReadEnergyOfHorowitz(int kilobytes) {
        var sram = new Sram(kilobytes * 1024L / 8, 64, Ports.ONE_READ_WRITE);
        holds(AT_45.price(sram, Action.READ), anchor("sram_" + kilobytes + "KB", "pJ"));
    }

    /** The nominal figures are best estimates: over all Horowitz figures they are right within 20 % in the mean. */
    @Test
    void nominalFiguresCarryNoBias() {
        var ratios = List.of(
                AT_45.price(new Adder(8), Action.ADD).nominal().value() / anchor("add8", "pJ"),
                AT_45.price(new Adder(32), Action.ADD).nominal().value() / anchor("add32", "pJ"),
                AT_45.price(new Multiplier(8, 8), Action.MULTIPLY).nominal().value() / anchor("mul8", "pJ"),
                AT_45.price(new Multiplier(32, 32), Action.MULTIPLY).nominal().value() / anchor("mul32", "pJ"),
                AT_45.price(new Sram(1024, 64, Ports.ONE_READ_WRITE), Action.READ).nominal().value() / anchor("sram_8KB", "pJ"),
                AT_45.price(new Sram(4096, 64, Ports.ONE_READ_WRITE), Action.READ).nominal().value() / anchor("sram_32KB", "pJ"),
                AT_45.price(new Sram(131_072, 64, Ports.ONE_READ_WRITE), Action.READ).nominal().value() / anchor("sram_1024KB", "pJ"));
        double logMean = ratios.stream().mapToDouble(Math::log).average().orElseThrow();
        assertThat(Math.exp(logMean)).as("geometric mean of %s", ratios).isBetween(1 / 1.2, 1.2);
    }

    /** ODIN's 32 KB of synapses at 0.17 um2 per bit; they are 52 % of its 0.086 mm2 core. */
    @Test
    void sramAreaOfOdin() {
        var synapses = new Sram(8192, 32, Ports.ONE_READ_WRITE);
        var area = Technology.named("cmos-28nm").area(synapses);
        double silicon = anchor("ODIN SRAM area per bit", "um2") * synapses.bits();
        assertThat(silicon).isBetween(area.low().value(), area.high().value());
        double core = anchor("ODIN core area", "mm2") * 1e6;
        assertThat(area.nominal().value() / core).as("share of the core").isBetween(0.40, 0.65);
    }

    /** The same adder in IHP's 130 nm at 1.2 V: 45 nm price x 7.41, the Stillmaker-Baas energy ratio worked out here. */
    @Test
    void scalingFrom45To130NanometresMeetsAnotherFoundryLibrary() {
        double at130 = 7.171 * 1.2 * 1.2 - 6.709 * 1.2 + 2.904;
        double at45 = 1.018 * 0.9 * 0.9 - 0.3107 * 0.9 + 0.1539;
        double ratio = at130 / at45;
        var price = AT_45.price(new Adder(8), Action.ADD);
        assertThat(anchor("IHP 130 nm add8", "pJ")).isBetween(price.low().value() * ratio, price.high().value() * ratio);
    }

    /** Every repeated wire that CACTI builds, at any node and transistor type, and Keckler's, lie inside the band at their supply. */
    @Test
    void wireEnergyOfCactiAndKeckler() {
        var band = AT_45.price(new BusWire(1, 1), Action.TRANSFER);
        double supplySquared = AT_45.supplyVolts() * AT_45.supplyVolts();
        var wires = TestTables.read("wires.csv").rows();
        assertThat(wires).hasSize(37);
        for (var wire : wires) {
            double atSupply = wire.number("fj_per_bit_per_mm") / 1000 * supplySquared
                    / (wire.number("supply_v") * wire.number("supply_v"));
            assertThat(atSupply).as(wire.text("item")).isBetween(band.low().value(), band.high().value());
        }
    }

    private static void holds(Price price, double published) {
        assertThat(published).isBetween(price.low().value(), price.high().value());
    }

    /** Published areas are cell areas after synthesis; ours are placed at 70 % (nominal) utilisation. */
    private static void holdsCellArea(Block block, double published) {
        var area = AT_45.area(block);
        assertThat(published * 1.43).isBetween(area.low().value(), area.high().value());
    }
}
