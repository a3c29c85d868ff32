/**
 * Number formats, their rounding and overflow modes, exact values, the one cast that loses bits, and the random words
 * of stochastic rounding, bit for bit as in IEEE 1666 SystemC, HLSLibs {@code ac_fixed} and Xilinx {@code ap_fixed}.
 * Below it are only the JDK; above it are the array kernels ({@code columna.fixedpoint.kernel}) and look-up tables
 * ({@code columna.fixedpoint.table}). Nothing else of Columna may be imported here, not even those two.
 */
package columna.fixedpoint;
