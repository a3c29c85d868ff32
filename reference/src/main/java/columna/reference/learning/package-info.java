/**
 * From one sequence to one gradient: the blocks of a network with their equations forward and backward, and the learning rules that differ
 * in how the errors of the hidden state become gradients of the recurrent parameters. Below it are the network and the task. No optimiser
 * and no trainer may be imported here.
 */
package columna.reference.learning;
