/** Merin 2026: the abstract's table on sparse real-time recurrent learning. Below it are the vocabulary of reproductions and the float reference. */
package columna.experiments.reproduce.merin2026;
