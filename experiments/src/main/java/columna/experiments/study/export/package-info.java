/**
 * The points of a study as a table for other programs: CSV here, Parquet by an optional module that is found on the class path. Below it
 * is what a study found.
 */
package columna.experiments.study.export;
