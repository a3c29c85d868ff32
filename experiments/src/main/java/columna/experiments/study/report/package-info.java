/**
 * The report of a study: fronts, loss over levels, heat maps, every configuration, and a page for each point. Drawn from what was found
 * alone, so that it can be made again without simulating.
 */
package columna.experiments.study.report;
