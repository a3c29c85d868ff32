/** Placeholder. */
package columna.reports;
