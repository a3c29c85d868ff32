/**
 * Loops over rows of raw words: sums of products without loss, and the one narrowing of a whole row into its destination;
 * a plain and a Vector API implementation with equal bits. Below it is {@code columna.fixedpoint}; which core, phase or
 * memory a row belongs to is not known here. Nothing else of Columna may be imported.
 */
package columna.fixedpoint.kernel;
