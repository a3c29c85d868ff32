/**
 * Works through the points of a study: which computations they need, who does them, what is kept. A computation is done once however many
 * points need it, and how it is done (here, or on a cluster) is behind one interface. Results depend on neither order nor threads.
 */
package columna.experiments.study.engine;
