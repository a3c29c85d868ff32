package columna.sim.program;

import columna.fixedpoint.table.LookupTable;

/**
 * A named look-up table of a core: the nonlinearity it samples and its ROM.
 *
 * @param name the function's name in equations, such as {@code gelu}
 * @param contents the ROM with its interpolation
 */
public record Table(String name, LookupTable contents) {}
