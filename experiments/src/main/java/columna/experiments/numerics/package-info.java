/**
 * Chip against float reference, signal by signal: the reference runs the same sequence at the chip's own parameters, and
 * every observed write is compared with the value that exact arithmetic gives. Below it are the chip's host and the
 * reference; it imports no report.
 */
package columna.experiments.numerics;
