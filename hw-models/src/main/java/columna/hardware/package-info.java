/** Placeholder. */
package columna.hardware;
