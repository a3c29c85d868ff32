/**
 * The file of a study: {@code study.db}, an SQLite database whose schema is documented in {@code studies.md}. What is in it survives
 * {@code kill -9} at any moment; one process at a time may work in it, and anyone may read it. It knows text and numbers, no chip.
 */
package columna.experiments.study.store;
