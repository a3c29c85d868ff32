/**
 * From a gradient to new parameters: update rules, learning-rate schedules and the two groups of parameters that the papers treat apart.
 * Below it is the network. No learning rule and no task may be imported here.
 */
package columna.reference.optimisation;
