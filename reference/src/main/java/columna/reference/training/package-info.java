/**
 * Learning over many sequences: batches, evaluation, and how well one gradient agrees with another. Below it is everything else of the
 * reference. Nothing of the reference may import it.
 */
package columna.reference.training;
