/** Placeholder. */
package columna.experiments;
