package columna.hardware.technology;

import columna.hardware.block.Action;
import columna.hardware.block.BusWire;
import java.util.Optional;

/**
 * Repeated on-chip wires: {@code C V^2 / 4} per bit of random data, half the bits of a word toggling at {@code C V^2 / 2}.
 *
 * <p>Area is the metal the wires cover, which logic may share below; delay holds at the technology's own supply.
 */
final class WireModel {
    private final Settings settings;

    WireModel(Settings settings) {
        this.settings = settings;
    }

    Datasheet bus(BusWire bus) {
        double supply = settings.value(Key.SUPPLY_VOLTS);
        double wire = bus.bits() * bus.millimetres();
        double micrometresPerMillimetre = 1000;
        double nanowattsPerMicrowatt = 1000;
        var energyPerPicofarad = Estimate.of(wire * supply * supply / 4, Evidence.SCALED, "repeated wire, C V^2 / 4 per random bit");
        return Datasheet.of(Action.TRANSFER,
                energyPerPicofarad.times(settings.estimate(Key.CAPACITANCE_PICOFARADS_PER_MILLIMETRE)),
                settings.estimate(Key.PITCH_MICROMETRES).times(wire * micrometresPerMillimetre),
                settings.estimate(Key.LEAKAGE_NANOWATTS_PER_MILLIMETRE).times(wire / nanowattsPerMicrowatt),
                Optional.of(settings.estimate(Key.DELAY_NANOSECONDS_PER_MILLIMETRE).times(bus.millimetres())));
    }
}
