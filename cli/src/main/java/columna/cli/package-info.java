/**
 * The command {@code columna}: arguments, progress, exit codes, and nothing that another program would want to call.
 * Below it is columna.experiments, which reads, runs and explains.
 * It may not import the simulator, the reference, the reports or the number formats.
 */
package columna.cli;
