/** Placeholder. */
package columna.fixedpoint;
