/**
 * The experiment file as records, fully resolved: what the chip is, what it learns and how, with the place of every value in the file.
 * Below it are columna.experiments.yaml for the located text and columna.fixedpoint for number formats.
 * It may not import the simulator, the reference, the reports or any other package of the experiments.
 */
package columna.experiments.spec;
