/**
 * What a name means: keys of the experiment file, signals of the chip, keys of the summary, shipped technologies.
 * Below it are columna.experiments.spec for the keys, the simulator's programs for the signals, and hw-models for technologies.
 * It may not import a run or a report, so that a name can be explained before anything was simulated.
 */
package columna.experiments.explain;
