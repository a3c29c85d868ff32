/**
 * What a verification found, written for people and for machines: the page with its CSV files, and the JUnit file. Below it are the
 * findings and the report module.
 */
package columna.experiments.verify.report;
