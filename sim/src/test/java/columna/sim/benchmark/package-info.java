/**
 * Programs that measure; the build does not run them. Below them is the whole simulator; no test may import them.
 */
package columna.sim.benchmark;
