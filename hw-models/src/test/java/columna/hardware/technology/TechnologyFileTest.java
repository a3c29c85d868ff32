package columna.hardware.technology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.hardware.block.Action;
import columna.hardware.block.Adder;
import columna.hardware.block.Multiplier;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Technology files of users: what they may say, and one exact sentence for each mistake. */
final class TechnologyFileTest {
    @TempDir
    private Path folder;

    @Test
    void everyShippedFileIsListedAndEveryListedOneReads() throws IOException, URISyntaxException {
        var directory = Path.of(Technology.class.getResource("/technologies").toURI());
        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".yaml")
                    && !file.equals("common.yaml")).map(file -> file.replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(Technology.names());
        }
        for (var name : Technology.names()) {
            var technology = Technology.named(name);
            assertThat(technology.name()).isEqualTo(name).startsWith("cmos-" + (int) technology.nodeNanometres() + "nm");
            assertThat(technology.facts()).hasSize(Key.values().length)
                    .allSatisfy(fact -> assertThat(fact.source()).isNotBlank())
                    .allSatisfy(fact -> assertThat(fact.value()).isNotBlank());
        }
    }

    @Test
    void aUsersFileReplacesWholeConstantsAndKeepsTheRest() {
        var mine = read("""
                name: mine
                extends: cmos-28nm
                operating_point:
                  clock_megahertz: {value: 13, evidence: measured, source: our board}
                logic:
                  cell_energy: {low: 1, nominal: 1.2, high: 2, evidence: measured, source: our chip}
                """);
        var base = Technology.named("cmos-28nm");
        assertThat(mine.clockMegahertz()).isEqualTo(13);
        assertThat(mine.supplyVolts()).isEqualTo(0.9);
        assertThat(mine.temperatureKelvin()).isEqualTo(320);
        assertThat(mine.price(new Adder(8), Action.ADD).nominal().value())
                .isCloseTo(2 * base.price(new Adder(8), Action.ADD).nominal().value(), Percentage.withPercentage(1e-9));
        assertThat(mine.price(new Adder(8), Action.ADD).source()).contains("our chip").doesNotContain("Horowitz");
        assertThat(mine.facts()).contains(new Fact("operating_point.clock_megahertz", "13.0", Evidence.MEASURED, "our board"));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("", ": the file is empty, expected the keys of a technology."),
                mistake("- a\n", ":1:1: a technology is a mapping of keys to values, found a list."),
                mistake("name: mine\nwires: 3\n", ":2:1: 'wires' is not a key of a technology, nearest is 'wire', "
                        + "allowed is name, extends, operating_point, sram, logic, wire."),
                mistake("name: mine\nextends: cmos-28nn\n", ":2:10: extends names a shipped technology, found 'cmos-28nn', nearest is 'cmos-28nm'."),
                mistake("extends: cmos-28nm\n", ": the key 'name' is missing."),
                mistake("name: mine\n", ": the key 'operating_point.node_nanometres' is missing; give it, or say 'extends: cmos-28nm'."),
                mistake("name: mine\nextends: common\n", ": the key 'operating_point.node_nanometres' is missing; give it, or say 'extends: cmos-28nm'."),
                mistake(with("sram:\n  write_over_raed: {}\n"), ":4:3: 'write_over_raed' is not a key of sram, nearest is 'write_over_read', allowed is "
                        + String.join(", ", Key.keysOf("sram")) + "."),
                mistake(with("operating_point:\n  supply_volts: 0.9\n"), ":4:17: operating_point.supply_volts is a mapping of keys to values, found '0.9'."),
                mistake(with("operating_point:\n  supply_volts: {value: 9, evidence: assumed, source: me}\n"),
                        ":4:25: operating_point.supply_volts.value is 9, allowed is 0.2 to 2.0."),
                mistake(with("operating_point:\n  supply_volts: {value: NaN, evidence: assumed, source: me}\n"),
                        ":4:25: operating_point.supply_volts.value is NaN, allowed is 0.2 to 2.0."),
                mistake(with("operating_point:\n  supply_volts: {value: high, evidence: assumed, source: me}\n"),
                        ":4:25: operating_point.supply_volts.value is 'high', expected a number."),
                mistake(with("operating_point:\n  supply_volts: {value: 1, evidence: guessed, source: me}\n"),
                        ":4:38: operating_point.supply_volts.evidence is 'guessed', allowed is measured, published, scaled, assumed."),
                mistake(with("operating_point:\n  supply_volts: {value: 1, evidence: assumed}\n"),
                        ":4:17: operating_point.supply_volts needs 'source', its keys are value, evidence, source."),
                mistake(with("operating_point:\n  supply_volts: {value: 1, evidence: assumed, source: ' '}\n"),
                        ":4:55: operating_point.supply_volts.source is text, found nothing."),
                mistake(with("operating_point:\n  supply_volts: {value: 1, evidence: assumed, sauce: me}\n"),
                        ":4:47: 'sauce' is not a key of operating_point.supply_volts, nearest is 'source', allowed is value, evidence, source."),
                mistake(with("wire:\n  pitch_micrometres: {low: 3, nominal: 2, high: 4, evidence: assumed, source: me}\n"),
                        ":4:22: wire.pitch_micrometres needs low <= nominal <= high, found 3.0, 2.0, 4.0."),
                mistake(with("wire:\n  pitch_micrometres: {low: 0, nominal: 2, high: 4, evidence: assumed, source: me}\n"),
                        ":4:28: wire.pitch_micrometres.low is 0, allowed is 1.0E-9 to 1.0E9."),
                mistake(with("sram:\n  energy_device: {value: itrs-xp, evidence: assumed, source: me}\n"),
                        ":4:26: sram.energy_device.value is 'itrs-xp', allowed is itrs-hp, itrs-lop, itrs-lstp."),
                mistake(with("wire: {}\nwire: {}\n"), ":4:1: the key 'wire' occurs twice."),
                mistake(with("wire: &a {}\n"), ":3:7: YAML anchors and aliases are not allowed, write the value out."),
                mistake(with("wire: *a\n"), ":3:7: YAML anchors and aliases are not allowed, write the value out."),
                mistake(with("wire: !!java.net.URL ['http://example.com']\n"), ":3:7: YAML tags are not allowed, write the plain value."),
                mistake(with("? [a, b]\n: 3\n"), ":3:3: a key is one word, found a list."),
                mistake(with("---\nname: other\n"), ":3:1: a technology file is one YAML document, found a second."),
                mistake(with("wire: " + "[".repeat(10) + "]".repeat(10) + "\n"), ":3:14: nesting is deeper than 8 levels."),
                mistake("name: [mine]\n", ":1:7: name is text, found a list."),
                mistake("name: mine\n\twire: 3\n", ":2:1: this is not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)."),
                mistake(with("sram:\n  energy_device: {value: itrs-lstp, evidence: assumed, source: me}\n"
                        + "  table_node_nanometres: {value: 65, evidence: assumed, source: me}\n"),
                        ": the SRAM table holds no itrs-lstp macros at 65 nm; itrs-lstp is there at 22, 28 and 45 nm only."));
    }

    private static String with(String lines) {
        return "name: mine\nextends: cmos-28nm\n" + lines;
    }

    private static Arguments mistake(String text, String message) {
        return Arguments.of(text, message);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsOneSentenceWithItsPlace(String text, String message) {
        var file = UserFile.write(folder, text);
        assertThatThrownBy(() -> Technology.read(file)).isInstanceOf(TechnologyFileException.class).hasMessage(file + message);
    }

    /** Nine anchors of nine aliases each would be 9^9 values; it is refused at the first anchor, before anything is built. */
    @Test
    void anAliasBombIsRefusedAtItsFirstAnchor() {
        var bomb = new StringBuilder("a: &a [x]\n");
        for (char c = 'b'; c < 'k'; c++) {
            bomb.append(c).append(": &").append(c).append(" [").append(("*" + (char) (c - 1) + ",").repeat(9)).append("]\n");
        }
        var file = UserFile.write(folder, bomb.toString());
        assertThatThrownBy(() -> Technology.read(file)).isInstanceOf(TechnologyFileException.class)
                .hasMessage(file + ":1:4: YAML anchors and aliases are not allowed, write the value out.");
    }

    @Test
    void missingAndUnreadableFilesSaySo() throws IOException {
        var missing = folder.resolve("none.yaml");
        assertThatThrownBy(() -> Technology.read(missing)).isInstanceOf(TechnologyFileException.class)
                .hasMessage(missing + ": there is no such file; shipped technologies are " + String.join(", ", Technology.names()) + ".");
        assertThatThrownBy(() -> Technology.read(folder)).isInstanceOf(TechnologyFileException.class)
                .hasMessage(folder + ": the file cannot be read.");
        var binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xC3, 0x28});
        assertThatThrownBy(() -> Technology.read(binary)).isInstanceOf(TechnologyFileException.class)
                .hasMessage(binary + ": the file is not UTF-8 text.");
    }

    @Test
    void anUnknownNameNamesTheNearest() {
        assertThatThrownBy(() -> Technology.named("cmos-28")).isInstanceOf(TechnologyFileException.class)
                .hasMessageStartingWith("'cmos-28' is not a technology, nearest is 'cmos-28nm', allowed is cmos-22nm, ");
    }

    @Test
    void technologiesAreIndependentOfEachOther() {
        var first = Technology.named("cmos-22nm").price(new Multiplier(8, 8), Action.MULTIPLY);
        Technology.named("cmos-65nm").price(new Multiplier(8, 8), Action.MULTIPLY);
        assertThat(Technology.named("cmos-22nm").price(new Multiplier(8, 8), Action.MULTIPLY)).isEqualTo(first);
    }

    private Technology read(String text) {
        return Technology.read(UserFile.write(folder, text));
    }
}
