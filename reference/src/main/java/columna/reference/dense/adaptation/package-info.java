/**
 * How a dense network adapts: it learns a series under one method, the series changes, and it goes on under another (Merin 2026; the
 * protocol is our assumption, the paper does not state its own). Here are the methods and the run itself, which can be saved and taken up
 * again. Below it are the dense networks, their series, the updates of every time step and the random streams.
 */
package columna.reference.dense.adaptation;
