/**
 * One run of an experiment: chip and reference side by side, then the report.
 * Below it is everything else of the experiments, the simulator, the reference, the prices and the reports.
 * It may not import the command.
 */
package columna.experiments.run;
