/**
 * Updates of weights after every time step: Adam and plain descent along a gradient of bounded norm (Merin 2026; rates and bound are our
 * assumption, the paper does not state its own). Nothing of the reference is below it.
 */
package columna.reference.online;
