package columna.sim.chip;

import columna.sim.program.CoreProgram;

/**
 * One core of the chip.
 *
 * @param name where it is, such as {@code layer[0].recurrent[1]}
 * @param level its place on the spatial bus: 0 is the encoder's, layers follow upwards
 * @param program what it runs
 * @param hardware what it runs on
 */
public record Core(String name, int level, CoreProgram program, CoreHardware hardware) {}
