/**
 * What is said of a reproduction's measurements: the report, its CSV files, and the page of committed results. Below it are the
 * vocabulary of reproductions and the report module; it neither measures nor knows where points are kept.
 */
package columna.experiments.reproduction.report;
