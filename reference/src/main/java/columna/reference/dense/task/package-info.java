/**
 * What dense networks adapt to: series whose rule changes at one time step (Merin 2026; the protocol is our assumption, the paper does not
 * state its own). Below it are the random streams and the orthogonal matrices of the dense networks. No learner may be imported here.
 */
package columna.reference.dense.task;
