/**
 * Waveforms of a run: what the timing engine does in every cycle of a window, as value change dump and as trace events. Below it are the
 * timing engine and the experiments' chips. It watches; it decides neither a bit nor a cycle.
 */
package columna.experiments.trace;
