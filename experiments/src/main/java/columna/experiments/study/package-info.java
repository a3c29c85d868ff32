/**
 * Studies of a design space: many experiments that differ along axes, in one durable file. Here is what a command does with a study;
 * below it are its definition, its computations, the engine that works through them, the store, the search, what was found, and the report.
 */
package columna.experiments.study;
