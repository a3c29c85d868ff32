/** Placeholder. */
package columna.cli;
