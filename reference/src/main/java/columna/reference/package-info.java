/** Placeholder. */
package columna.reference;
