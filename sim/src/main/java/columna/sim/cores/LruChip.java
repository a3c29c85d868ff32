package columna.sim.cores;

import columna.sim.chip.BusHardware;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.chip.CoreHardware;
import columna.sim.chip.PipelineHardware;
import columna.sim.chip.RandomHardware;
import columna.sim.program.CoreProgram;
import java.util.ArrayList;
import java.util.List;

/**
 * A chip that holds a deep network of linear recurrent units: an encoder core, per layer one mixing core and several
 * recurrent cores that share the layer's units, a decoder core.
 *
 * @param shape the network
 * @param coresPerLayer recurrent cores of a layer; the first ones take one unit more where it does not divide evenly
 * @param recurrent hardware of recurrent cores
 * @param mixing hardware of all other cores
 * @param pipeline stage latencies
 * @param bus the spatial bus
 * @param random stochastic rounding's random words
 */
public record LruChip(
        NetworkShape shape,
        int coresPerLayer,
        CoreHardware recurrent,
        CoreHardware mixing,
        PipelineHardware pipeline,
        BusHardware bus,
        RandomHardware random) {

    public LruChip {
        if (coresPerLayer < 1 || coresPerLayer > shape.units()) {
            throw new IllegalArgumentException("a layer of " + shape.units() + " units is divided among " + coresPerLayer
                    + " cores; 1 to " + shape.units() + " are possible");
        }
    }

    /** Builds the chip of complex units that learns as the design says. */
    public Chip build(Design design) {
        return build(design, RecurrentCell.COMPLEX);
    }

    /**
     * Builds the chip that learns as the design says.
     *
     * @throws IllegalArgumentException if a dense layer is divided among cores
     */
    public Chip build(Design design, RecurrentCell cell) {
        if (cell == RecurrentCell.DENSE && coresPerLayer > 1) {
            throw new IllegalArgumentException(
                    "a dense layer is divided among " + coresPerLayer + " cores; its units feed each other, so 1 is possible");
        }
        List<Core> cores = new ArrayList<>();
        cores.add(new Core("encoder", 0, EncoderCore.program(design, shape.inputs(), shape.width()), mixing));
        for (int layer = 0; layer < shape.layers(); layer++) {
            String place = "layer[" + layer + "].";
            cores.add(new Core(place + "mixing", layer + 1, MixingCore.program(design, layer, shape.width()), mixing));
            for (int core = 0; core < coresPerLayer; core++) {
                cores.add(new Core(
                        place + "recurrent[" + core + "]",
                        layer + 1,
                        recurrent(design, cell, layer, unitsOf(core)),
                        recurrent));
            }
        }
        cores.add(new Core(
                "decoder",
                shape.layers() + 1,
                DecoderCore.program(design, shape),
                mixing));
        return Chip.of(cores, pipeline, bus, random);
    }

    private CoreProgram recurrent(Design design, RecurrentCell cell, int layer, int units) {
        return switch (cell) {
            case COMPLEX -> RecurrentCore.program(design, layer, units, shape.width(), true);
            case REAL -> RecurrentCore.program(design, layer, units, shape.width(), false);
            case DENSE -> LinearCore.program(design, layer, units, shape.width());
        };
    }

    /** Units that a layer's core holds. */
    public int unitsOf(int core) {
        return shape.units() / coresPerLayer + (core < shape.units() % coresPerLayer ? 1 : 0);
    }

    /** The layer's index of the first unit that a core holds. */
    public int firstUnitOf(int core) {
        return core * (shape.units() / coresPerLayer) + Math.min(core, shape.units() % coresPerLayer);
    }
}
