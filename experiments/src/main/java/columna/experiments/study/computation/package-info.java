/**
 * The work of a study in pieces that can be done anywhere: a chip learning, a reference learning, and pricing what they came to. A piece
 * is named by the digest of all that decides its result, so that equal pieces are done once. Below it are training, chips and prices; it
 * knows no store, no thread and no cluster.
 */
package columna.experiments.study.computation;
