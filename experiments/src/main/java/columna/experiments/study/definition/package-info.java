/**
 * What a study asks: an experiment, axes over anything in its file, how points are drawn from them, what is to be minimised. Below it is
 * the experiment's specification; it simulates nothing.
 */
package columna.experiments.study.definition;
