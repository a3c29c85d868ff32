package columna.hardware.technology;

import columna.hardware.block.Action;
import columna.hardware.block.Ports;
import columna.hardware.block.Register;
import columna.hardware.block.RegisterFile;
import java.util.Map;
import java.util.Optional;

/**
 * Registers and register files of flip-flops, clock-gated per 32-bit register or per word.
 *
 * <p>Accesses are net of the idle clock, so the energy of a cycle is the sum of its actions and its {@link Action#CLOCK}.
 * Every clock pin that toggles carries its share of the clock tree: all pins of a written word, the gates in any cycle.
 * Reading a file is an upper bound: an ungated multiplexer tree with a new random address each time.
 */
final class FlipFlopModel {
    private static final String REGISTER = "Nangate45 gate-level estimate, clock-gated register";
    private static final String FILE = "Nangate45 gate-level estimate, flip-flop register file 1R1W";
    private static final int BITS_PER_GATE = 32;

    private final Settings settings;
    private final LogicScaling scaling;
    private final Fits fits;
    private final Synthesis synthesis;

    FlipFlopModel(Settings settings, LogicScaling scaling, Fits fits, Synthesis synthesis) {
        this.settings = settings;
        this.scaling = scaling;
        this.fits = fits;
        this.synthesis = synthesis;
    }

    Datasheet register(Register register) {
        int bits = register.bits();
        double idle = affine("en0", "energy_pj", bits);
        double written = affine("en1", "energy_pj", bits);
        int gates = Math.ceilDiv(bits, BITS_PER_GATE);
        return new Datasheet(
                Map.of(Action.WRITE, scaling.energy(written - idle, Key.CELL_ENERGY, REGISTER).plus(clockTree(bits)),
                        Action.CLOCK, scaling.energy(idle, Key.CELL_ENERGY, REGISTER).plus(clockTree(gates))),
                scaling.area(affine("en0", "area_um2", bits), REGISTER),
                scaling.leakage(affine("en0", "leak_nw", bits), REGISTER),
                Optional.empty());
    }

    Datasheet file(RegisterFile file) {
        double words = file.words();
        double bits = file.wordBits();
        var readPerBit = synthesis.curve("regfile", row -> row.number("width_b"),
                row -> row.number("energy_pj") / row.number("width_a"));
        var path = synthesis.curve("regfile", row -> row.number("width_b"), row -> row.number("path_ns"));
        var clock = fits.file("register file idle clock energy", words, bits);
        var sheet = new Datasheet(
                Map.of(Action.READ, scaling.energy(readPerBit.at(words) * bits, Key.CELL_ENERGY, FILE)
                                .times(settings.estimate(Key.REGISTER_FILE_READ)),
                        Action.WRITE, scaling.energy(fits.file("register file write energy", words, bits),
                                Key.CELL_ENERGY, FILE).plus(clockTree(bits)),
                        Action.CLOCK, scaling.energy(clock, Key.CELL_ENERGY, FILE).plus(clockTree(words))),
                scaling.area(fits.file("register file area", words, bits), FILE),
                scaling.leakage(fits.file("register file leakage", words, bits), FILE),
                scaling.delay(path.at(words), FILE))
                .extrapolated(fits.outside("register file area", "number of words", words));
        return file.ports() == Ports.TWO_READ_ONE_WRITE ? secondReadPort(sheet) : sheet;
    }

    /** The clock tree's energy of one edge pair for so many clock pins. */
    Estimate clockTree(double pins) {
        double femtojoulesPerPicojoule = 1000;
        return scaling.atThisNode(settings.estimate(Key.CLOCK_TREE_FEMTOJOULES).times(pins / femtojoulesPerPicojoule));
    }

    /** A second read port costs area and leakage; a read through either port costs the same. */
    private Datasheet secondReadPort(Datasheet file) {
        var factor = settings.estimate(Key.SECOND_READ_PORT);
        return new Datasheet(file.energy(), file.area().times(factor), file.leakage().times(factor), file.latency());
    }

    /** {@code gates * c + bits * s}, the line through the 8- and the 32-bit register, one gate per 32 bits. */
    private double affine(String stimulus, String column, int bits) {
        var rows = synthesis.rows("register_clock_gated").where("stimulus", stimulus);
        double narrow = rows.where("width_a", "8").rows().getFirst().number(column);
        double wide = rows.where("width_a", "32").rows().getFirst().number(column);
        double perBit = (wide - narrow) / 24;
        double perGate = wide - 32 * perBit;
        return perGate * Math.ceilDiv(bits, BITS_PER_GATE) + perBit * bits;
    }
}
