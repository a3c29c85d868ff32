/**
 * A recorded run and the distance of another from it: a small JSON file, the experiment it belongs to, and what has drifted. Below it are
 * the findings of a verification and the specification; it imports neither runs nor reports.
 */
package columna.experiments.verify.baseline;
