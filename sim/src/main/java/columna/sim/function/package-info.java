/**
 * The bits: runs each micro-operation as array kernels in fixed point. Below it are programs, chips and the fixed-point
 * kernels; it may import neither timing nor accounting, and it computes nothing in floating point.
 */
package columna.sim.function;
