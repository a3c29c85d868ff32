/**
 * A core's program as hardware loads it: microcode words, descriptors of banks and tables, ROM and memory images, and the
 * parameters of the RTL core that runs them. Below it are programs and chips and how elements lie in banks; no interpreter.
 */
package columna.sim.microcode;
