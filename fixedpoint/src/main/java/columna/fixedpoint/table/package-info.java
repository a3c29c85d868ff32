/**
 * Nonlinear functions as read-only memories: tables addressed directly by a raw word, and tables of reciprocals addressed
 * by the mantissa after leading-one detection. Below it is {@code columna.fixedpoint}; what the function is for is not known
 * here. Nothing else of Columna may be imported.
 */
package columna.fixedpoint.table;
