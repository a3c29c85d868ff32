/**
 * The programs of a chip in double precision: what every signal would be without rounding. Below it are the programs alone; it sees no
 * experiment and no learner, so that it can be held against both.
 */
package columna.experiments.exact;
