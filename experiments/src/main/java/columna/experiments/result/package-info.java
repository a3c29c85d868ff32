/**
 * What a run found, as data: a report is drawn from it alone, so that runs and reports need not know each other. Below it
 * are the specification, the chip, its costs and the study of its numbers; it may import neither runs nor reports.
 */
package columna.experiments.result;
