/** Placeholder. */
package columna.sim;
