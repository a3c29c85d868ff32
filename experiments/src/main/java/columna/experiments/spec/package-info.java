/**
 * The experiment file as records, fully resolved: what the chip is, what it learns and how, with the place of every value in the file.
 * Below it are columna.experiments.yaml for the located text, columna.fixedpoint for
 * number formats, columna.sim.program for the width of a memory's word, and hw-models for the names of technologies and ports.
 * It may not import the rest of the simulator, the reference, the reports or any other package of the experiments.
 */
package columna.experiments.spec;
