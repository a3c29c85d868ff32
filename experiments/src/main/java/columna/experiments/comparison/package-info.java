/** Two or more runs or studies beside each other, from what their folders hold. Below it are studies and the documented keys of summaries. */
package columna.experiments.comparison;
