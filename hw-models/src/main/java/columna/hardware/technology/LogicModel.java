package columna.hardware.technology;

import columna.hardware.block.Action;
import columna.hardware.block.Adder;
import columna.hardware.block.Comparator;
import columna.hardware.block.LeadingOneDetector;
import columna.hardware.block.LinearFeedbackRegister;
import columna.hardware.block.Multiplier;
import columna.hardware.block.RoundingUnit;
import columna.hardware.block.Shifter;
import columna.hardware.block.TableRom;

/**
 * Arithmetic and other logic from the gate-level fits and units.
 *
 * <p>Adders (ripple) and multipliers (Dadda tree, ripple final adder) use the fits of full-adder-cell styles; the rest
 * are units mapped without such cells and carry the wider {@code mapped_energy} correction. Operands are uniform random
 * at every operation, glitches included: real data costs less.
 */
final class LogicModel {
    private static final String SOURCE = "Nangate45 gate-level estimate, ";

    private final Settings settings;
    private final LogicScaling scaling;
    private final Fits fits;
    private final Synthesis synthesis;

    LogicModel(Settings settings, LogicScaling scaling, Fits fits, Synthesis synthesis) {
        this.settings = settings;
        this.scaling = scaling;
        this.fits = fits;
        this.synthesis = synthesis;
    }

    Datasheet adder(Adder adder) {
        double bits = adder.bits();
        var source = SOURCE + "ripple adder, fit over width";
        double path = synthesis.curve("adder", "path_ns").at(bits);
        return Datasheet.of(Action.ADD,
                scaling.energy(fits.power("adder energy", bits), Key.CELL_ENERGY, source),
                scaling.area(fits.power("adder area", bits), source),
                scaling.leakage(fits.power("adder leakage", bits), source),
                scaling.delay(path, source))
                .extrapolated(fits.outside("adder energy", "width", bits));
    }

    /** Energy is fitted over both widths; area and leakage over the width of the square multiplier of equal product. */
    Datasheet multiplier(Multiplier multiplier) {
        double left = multiplier.leftBits();
        double right = multiplier.rightBits();
        double square = Math.sqrt(left * right);
        var source = SOURCE + "Dadda multiplier, fit over both widths";
        double path = synthesis.curve("mult_signed", row -> row.number("width_a") + row.number("width_b"),
                row -> row.number("path_ns")).at(left + right);
        return Datasheet.of(Action.MULTIPLY,
                scaling.energy(fits.rectangle("multiplier energy", left, right), Key.CELL_ENERGY, source),
                scaling.area(fits.power("multiplier area", square), source),
                scaling.leakage(fits.power("multiplier leakage", square), source),
                scaling.delay(path, source))
                .extrapolated(fits.outside("multiplier energy", "left width", left)
                        * fits.outside("multiplier energy", "right width", right));
    }

    /** The units of the data keep {@code input - shift} bits with a shift near {@code input - output}; all of them clamp. */
    Datasheet rounding(RoundingUnit unit) {
        var component = unit.stochastic() ? "round_stochastic_saturate" : "round_nearest_saturate";
        var source = SOURCE + component.replace('_', ' ') + (unit.stochastic() ? " with random-word adder" : "");
        double in = unit.inputBits();
        double out = unit.outputBits();
        var sheet = Datasheet.of(Action.ROUND,
                scaling.energy(synthesis.plane(component, "energy_pj", in, out), Key.MAPPED_ENERGY, source),
                scaling.area(synthesis.plane(component, "area_um2", in, out), source),
                scaling.leakage(synthesis.plane(component, "leak_nw", in, out), source),
                scaling.delay(synthesis.plane(component, "path_ns", in, out), source))
                .times(settings.estimate(Key.ROUNDING_FIT))
                .extrapolated(Limits.outside("input width", in, 16, 48) * Limits.outside("output width", out, 8, 24));
        return unit.saturating() ? sheet : sheet.times(settings.estimate(Key.WRAPPING_OVER_SATURATING));
    }

    Datasheet table(TableRom rom) {
        double entries = rom.entries();
        double bits = rom.bits();
        var source = SOURCE + "combinational ROM of sigmoid and tanh, fit over entries and width";
        return Datasheet.of(Action.LOOK_UP,
                scaling.energy(synthesis.table("lut", "energy_pj", entries, bits), Key.MAPPED_ENERGY, source),
                scaling.area(synthesis.table("lut", "area_um2", entries, bits), source),
                scaling.leakage(synthesis.table("lut", "leak_nw", entries, bits), source),
                scaling.delay(synthesis.table("lut", "path_ns", entries, bits), source))
                .extrapolated(Limits.outside("number of entries", entries, 64, 1024) * Limits.outside("width", bits, 8, 12));
    }

    Datasheet comparator(Comparator comparator) {
        return curves(Action.COMPARE, "comparator_lt", comparator.bits());
    }

    Datasheet leadingOne(LeadingOneDetector detector) {
        return curves(Action.COMPARE, "comparator_lt", detector.bits())
                .times(settings.estimate(Key.LEADING_ONE_OVER_COMPARATOR));
    }

    Datasheet shifter(Shifter shifter) {
        return curves(Action.SHIFT, "barrel_shift_right_arith", shifter.bits());
    }

    /** One step clocks every flip-flop, so it carries their share of the clock tree. */
    Datasheet feedbackRegister(LinearFeedbackRegister register) {
        var sheet = curves(Action.ADVANCE, "lfsr_fibonacci_1bit_per_cycle", register.bits());
        var tree = new FlipFlopModel(settings, scaling, fits, synthesis).clockTree(register.bits());
        return Datasheet.of(Action.ADVANCE, sheet.energy().get(Action.ADVANCE).plus(tree),
                sheet.area(), sheet.leakage(), sheet.latency());
    }

    private Datasheet curves(Action action, String component, int bits) {
        var source = SOURCE + component.replace('_', ' ');
        return Datasheet.of(action,
                scaling.energy(synthesis.curve(component, "energy_pj").at(bits), Key.MAPPED_ENERGY, source),
                scaling.area(synthesis.curve(component, "area_um2").at(bits), source),
                scaling.leakage(synthesis.curve(component, "leak_nw").at(bits), source),
                scaling.delay(synthesis.curve(component, "path_ns").at(bits), source))
                .extrapolated(Limits.outside("width", bits, 8, 32));
    }
}
