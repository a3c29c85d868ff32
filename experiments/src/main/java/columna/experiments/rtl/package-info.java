/**
 * The second implementation of a chip: writes it as parameters, microcode and images for the SystemVerilog of {@code src/rtl}, runs it in an
 * RTL simulator, and compares every written word and its cycle with the simulator's. Below it are the simulator and the
 * experiments' chips.
 */
package columna.experiments.rtl;
