/** How fast the reference is; run by hand, never by the tests. */
package columna.reference.benchmark;
