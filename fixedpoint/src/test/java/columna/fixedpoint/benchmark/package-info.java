/**
 * How long a row takes: the kernels in nanoseconds per element, and the same loops in C beside them. Run by hand, never by
 * the tests. Nothing imports this package.
 */
package columna.fixedpoint.benchmark;
