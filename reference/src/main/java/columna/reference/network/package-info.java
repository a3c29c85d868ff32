/**
 * What a network is: its shape, its parameters by name, how they are first drawn. Below it are the random streams. No task, no learning rule
 * and no optimiser may be imported here.
 */
package columna.reference.network;
