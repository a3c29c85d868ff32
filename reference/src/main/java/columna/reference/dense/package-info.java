/**
 * Dense recurrent networks that learn online by transporting gradients forward: full and sparse real-time recurrent learning of tanh
 * networks and LSTMs (Merin 2026, "Massive Redundancy in Gradient Transport Enables Sparse Online Learning"), the rules they are compared
 * with, the choice of paths and the Jacobian's singular values. Below it are the random streams. Nothing else of the reference may be
 * imported here.
 */
package columna.reference.dense;
