package columna.hardware.technology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.hardware.block.Action;
import columna.hardware.block.Ports;
import columna.hardware.block.Sram;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SRAM prices against closed forms worked out here from the rows of the table and the multipliers of the data notes. */
final class SramPriceTest {
    private static final Percentage ROUNDING = Percentage.withPercentage(1e-9);

    /** Each row that no other row contradicts keeps its value: row x multiplier x (V / table V)^2. */
    @ParameterizedTest
    @CsvSource({"cmos-22nm, 22, itrs-hp, 0.8, 1", "cmos-28nm, 28, itrs-hp, 0.9, 1", "cmos-45nm, 45, itrs-hp, 0.9, 1",
        "cmos-65nm, 65, itrs-hp, 1.1, 1", "cmos-28nm-low-power, 28, itrs-lop, 0.6, 1", "cmos-45nm, 45, itrs-hp, 0.9, 2"})
    void readsFollowTheTable(String name, String node, String device, double supply, int ports) {
        var technology = Technology.named(name);
        var kind = ports == 1 ? Ports.ONE_READ_WRITE : Ports.ONE_READ_ONE_WRITE;
        var rows = table(node, device, kind.label());
        int kept = 0;
        for (var row : rows) {
            var price = technology.price(sram(row, kind), Action.READ);
            double supplies = Math.pow(supply / row.number("supply_v"), 2);
            if (uncontradicted(row, rows, "read_pj", 2.5, 1.8)) {
                double corrected = row.number("read_pj") * (small(row) ? 2.5 : 1.8) * supplies;
                assertThat(price.nominal().value()).as("%s", sram(row, kind)).isCloseTo(corrected, ROUNDING);
                kept++;
            }
            if (uncontradicted(row, rows, "read_pj", 1.5, 1.0)) {
                assertThat(price.low().value()).isCloseTo(row.number("read_pj") * (small(row) ? 1.5 : 1.0) * supplies, ROUNDING);
            }
            if (uncontradicted(row, rows, "read_pj", 5.0, 2.5)) {
                assertThat(price.high().value()).isCloseTo(row.number("read_pj") * (small(row) ? 5.0 : 2.5) * supplies, ROUNDING);
            }
        }
        assertThat(kept).as("rows of %s that keep their value", name).isGreaterThan(rows.size() / 4);
    }

    /** Where rows contradict each other, the price lies between the row and those that contradict it. */
    @Test
    void contradictingRowsMeetInTheMiddle() {
        var rows = table("45", "itrs-hp", "1RW");
        var technology = Technology.named("cmos-45nm");
        int mended = 0;
        for (var row : rows) {
            double here = corrected(row, "read_pj", 2.5, 1.8);
            double below = rows.stream().filter(other -> below(other, row)).mapToDouble(o -> corrected(o, "read_pj", 2.5, 1.8)).max().orElseThrow();
            double above = rows.stream().filter(other -> below(row, other)).mapToDouble(o -> corrected(o, "read_pj", 2.5, 1.8)).min().orElseThrow();
            double price = technology.price(sram(row, Ports.ONE_READ_WRITE), Action.READ).nominal().value() / 0.81;
            assertThat(price).isCloseTo(Math.sqrt(below * above), ROUNDING);
            mended += below > here || above < here ? 1 : 0;
        }
        assertThat(mended).isPositive();
    }

    @Test
    void aSizeBetweenTwoRowsIsStraightInTheLogarithms() {
        var technology = Technology.named("cmos-45nm");
        double small = technology.price(new Sram(1024, 16, Ports.ONE_READ_WRITE), Action.READ).nominal().value();
        double large = technology.price(new Sram(2048, 16, Ports.ONE_READ_WRITE), Action.READ).nominal().value();
        double between = technology.price(new Sram(1536, 16, Ports.ONE_READ_WRITE), Action.READ).nominal().value();
        double share = Math.log(1.5) / Math.log(2);
        assertThat(between).isCloseTo(Math.pow(small, 1 - share) * Math.pow(large, share), ROUNDING);
    }

    @Test
    void aWriteIsAReadTimesTheRatioOfFoundryMacros() {
        var technology = Technology.named("cmos-28nm");
        for (var ports : List.of(Ports.ONE_READ_WRITE, Ports.ONE_READ_ONE_WRITE)) {
            var read = technology.price(new Sram(2000, 24, ports), Action.READ);
            var write = technology.price(new Sram(2000, 24, ports), Action.WRITE);
            assertThat(write.nominal().value()).isCloseTo(1.25 * read.nominal().value(), ROUNDING);
            assertThat(write.low().value()).isCloseTo(1.2 * read.low().value(), ROUNDING);
            assertThat(write.high().value()).isCloseTo(1.32 * read.high().value(), ROUNDING);
        }
    }

    @Test
    void twoReadPortsAreTwoCopiesThatAreBothWritten() {
        var technology = Technology.named("cmos-28nm");
        var one = new Sram(2048, 32, Ports.ONE_READ_ONE_WRITE);
        var two = new Sram(2048, 32, Ports.TWO_READ_ONE_WRITE);
        assertThat(technology.price(two, Action.READ).nominal()).isEqualTo(technology.price(one, Action.READ).nominal());
        assertThat(technology.price(two, Action.WRITE).nominal().value())
                .isCloseTo(2 * technology.price(one, Action.WRITE).nominal().value(), ROUNDING);
        assertThat(technology.area(two).nominal().value()).isCloseTo(2 * technology.area(one).nominal().value(), ROUNDING);
        assertThat(technology.leakage(two).nominal().value()).isCloseTo(2 * technology.leakage(one).nominal().value(), ROUNDING);
        assertThat(technology.price(two, Action.READ).evidence()).isEqualTo(Evidence.ASSUMED);
    }

    /** 8 KB x 64 bit: 1.1 x table at 4 KB and above; 1 KB: 1.4; 256 B: 2.6; all three uncontradicted, asserted here. */
    @ParameterizedTest
    @CsvSource({"256, 16, 2.6", "256, 32, 2.6", "2048, 16, 1.4", "16384, 64, 1.1", "262144, 64, 1.1"})
    void areaFollowsTheTable(int bytes, int bits, double multiplier) {
        var rows = table("28", "itrs-hp", "1RW");
        var row = rows.stream().filter(r -> r.number("capacity_bytes") == bytes && r.number("word_bits") == bits).findFirst().orElseThrow();
        double area = Technology.named("cmos-28nm").area(sram(row, Ports.ONE_READ_WRITE)).nominal().value();
        double expected = row.number("area_mm2") * 1e6 * multiplier;
        double below = rows.stream().filter(other -> below(other, row)).mapToDouble(SramPriceTest::area).max().orElseThrow();
        double above = rows.stream().filter(other -> below(row, other)).mapToDouble(SramPriceTest::area).min().orElseThrow();
        assertThat(area).isCloseTo(Math.sqrt(below * above), ROUNDING);
        // Neighbouring macros of one capacity differ by their periphery: mending an order moves an area by less than 20 %.
        assertThat(area).isCloseTo(expected, Percentage.withPercentage(20));
    }

    /**
     * itrs-lstp x 3 at 320 K, per macro, in microwatts. Leakage of equal capacities jumps with the organisation, so rows
     * from 512 B on are met within 25 % and all of them without bias (5 % in the geometric mean).
     */
    @ParameterizedTest
    @CsvSource({"cmos-22nm, 22", "cmos-28nm, 28", "cmos-45nm, 45", "cmos-28nm-low-power, 28"})
    void leakageIsThatOfALowStandbyPowerProcess(String name, String node) {
        var technology = Technology.named(name);
        var rows = table(node, "itrs-lstp", "1RW");
        double logs = 0;
        for (var row : rows) {
            var leakage = technology.leakage(sram(row, Ports.ONE_READ_WRITE));
            double expected = row.number("leak_mw") * 1000 * 3;
            logs += Math.log(leakage.nominal().value() / expected) / rows.size();
            if (row.number("capacity_bytes") >= 512) {
                assertThat(leakage.nominal().value()).isCloseTo(expected, Percentage.withPercentage(25));
            }
            assertThat(leakage.high().value()).isCloseTo(leakage.nominal().value() * 5.3 / 3, ROUNDING);
        }
        assertThat(Math.exp(logs)).isBetween(0.95, 1.05);
    }

    /** The 45 nm table holds for 320 K; at 300 and 350 K a macro leaks 0.4783 and 3.074 times as much (CACTI). */
    @ParameterizedTest
    @CsvSource({"300, 0.4783", "350, 3.074"})
    void leakageFollowsTheTemperature(double kelvin, double relative, @org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) {
        var file = UserFile.write(folder, """
                name: cold
                extends: cmos-45nm
                operating_point:
                  temperature_kelvin: {value: %s, evidence: assumed, source: a test}
                """.formatted(kelvin));
        var sram = new Sram(4096, 64, Ports.ONE_READ_WRITE);
        double at320 = Technology.named("cmos-45nm").leakage(sram).nominal().value();
        assertThat(Technology.read(file).leakage(sram).nominal().value()).isCloseTo(at320 * relative, ROUNDING);
    }

    @Test
    void latencyIsTheTablesAccessTimeNearItsSupplyAndAbsentFarFromIt(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) {
        var row = table("22", "itrs-hp", "1RW").getFirst();
        var sram = sram(row, Ports.ONE_READ_WRITE);
        assertThat(Technology.named("cmos-22nm").latency(sram).orElseThrow().high().value())
                .isLessThanOrEqualTo(1.5 * 1.2 * row.number("access_ns"));
        var slow = UserFile.write(folder, """
                name: slow
                extends: cmos-22nm
                operating_point:
                  supply_volts: {value: 0.5, evidence: assumed, source: a test}
                """);
        assertThat(Technology.read(slow).latency(sram)).isEmpty();
    }

    @Test
    void aDeviceWithoutTwoPortMacrosHasNoPriceForThem(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) {
        var file = UserFile.write(folder, """
                name: standby
                extends: cmos-28nm
                sram:
                  energy_device: {value: itrs-lstp, evidence: assumed, source: a test}
                """);
        var technology = Technology.read(file);
        assertThat(technology.price(new Sram(64, 16, Ports.ONE_READ_WRITE), Action.READ).nominal().value()).isPositive();
        assertThatThrownBy(() -> technology.area(new Sram(64, 16, Ports.ONE_READ_ONE_WRITE))).isInstanceOf(NoPriceException.class)
                .hasMessage("standby: SRAM 64 x 16 bit 1R1W has no price: the SRAM table holds no 1R1W macros of itrs-lstp.");
    }

    private static List<Csv.Row> table(String node, String device, String ports) {
        return Csv.resource("sram.csv").where("node_nm", node).where("device", device).where("ports", ports).rows();
    }

    private static Sram sram(Csv.Row row, Ports ports) {
        int bits = (int) row.number("word_bits");
        return new Sram((long) row.number("capacity_bytes") * 8 / bits, bits, ports);
    }

    private static boolean small(Csv.Row row) {
        return row.number("capacity_bytes") <= 32 * 1024;
    }

    private static double corrected(Csv.Row row, String column, double upTo32, double above) {
        return row.number(column) * (small(row) ? upTo32 : above);
    }

    private static double area(Csv.Row row) {
        double bytes = row.number("capacity_bytes");
        return row.number("area_mm2") * 1e6 * (bytes <= 512 ? 2.6 : bytes <= 2048 ? 1.4 : 1.1);
    }

    private static boolean below(Csv.Row small, Csv.Row large) {
        return small.number("capacity_bytes") <= large.number("capacity_bytes") && small.number("word_bits") <= large.number("word_bits");
    }

    private static boolean uncontradicted(Csv.Row row, List<Csv.Row> rows, String column, double upTo32, double above) {
        double here = corrected(row, column, upTo32, above);
        return rows.stream().allMatch(other ->
                (!below(other, row) || corrected(other, column, upTo32, above) <= here)
                        && (!below(row, other) || corrected(other, column, upTo32, above) >= here));
    }
}
