package columna.hardware.technology;

import java.util.Optional;

/**
 * From a Nangate45 gate-level figure (1.1 V, 25 C) to this technology.
 *
 * <p>Energy: {@code figure * (0.9/1.1)^2 * correction * node * (V/V_node)^2}; area: {@code figure * correction *
 * placement * node}; leakage: {@code figure * correction * T-ratio}; delay: {@code figure * path_delay}, only near the
 * supply that factor was given for.
 */
final class LogicScaling {
    /** A delay is given when the supply differs by no more than this share from that of its data. */
    static final double SAME_SUPPLY = 0.15;

    private static final double TO_0_9_VOLTS = (0.9 / 1.1) * (0.9 / 1.1);
    private static final double LIBRARY_KELVIN = 300;

    private final Settings settings;
    private final double supplySquared;
    private final double temperatureRatio;

    LogicScaling(Settings settings) {
        this.settings = settings;
        double ratio = settings.value(Key.SUPPLY_VOLTS) / settings.value(Key.NODE_SUPPLY_VOLTS);
        this.supplySquared = ratio * ratio;
        var leakage = new LeakageTemperature(
                settings.word(Key.LEAKAGE_NODE_NANOMETRES), settings.word(Key.LEAKAGE_DEVICE));
        this.temperatureRatio = leakage.at(settings.value(Key.TEMPERATURE_KELVIN)) / leakage.at(LIBRARY_KELVIN);
    }

    /** Picojoules at 1.1 V into picojoules here; {@code correction} is the one for this style of cells. */
    Estimate energy(double picojoules, Key correction, String source) {
        return atThisNode(Estimate.of(picojoules * TO_0_9_VOLTS, Evidence.SCALED, source)
                .times(settings.estimate(correction)));
    }

    /** An energy that already holds at 45 nm and 0.9 V, into one at this node and supply. */
    Estimate atThisNode(Estimate at45) {
        return at45.times(settings.estimate(Key.NODE_ENERGY)).times(supplySquared);
    }

    /** Square micrometres of cells into placed square micrometres here. */
    Estimate area(double squareMicrometres, String source) {
        return Estimate.of(squareMicrometres, Evidence.SCALED, source)
                .times(settings.estimate(Key.CELL_AREA))
                .times(settings.estimate(Key.PLACED_AREA))
                .times(settings.estimate(Key.NODE_AREA));
    }

    /** Nanowatts of the library into microwatts here. */
    Estimate leakage(double nanowatts, String source) {
        double nanowattsPerMicrowatt = 1000;
        return Estimate.of(nanowatts / nanowattsPerMicrowatt * temperatureRatio, Evidence.SCALED, source)
                .times(settings.estimate(Key.LOGIC_LEAKAGE));
    }

    /** Nanoseconds of the library's critical path into nanoseconds here. */
    Optional<Estimate> delay(double nanoseconds, String source) {
        double ratio = settings.value(Key.SUPPLY_VOLTS) / settings.value(Key.PATH_DELAY_SUPPLY_VOLTS);
        return Math.abs(ratio - 1) > SAME_SUPPLY
                ? Optional.empty()
                : Optional.of(Estimate.of(nanoseconds, Evidence.SCALED, source).times(settings.estimate(Key.PATH_DELAY)));
    }
}
