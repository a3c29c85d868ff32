/**
 * What is to be learned: sequences of inputs, targets and a mask, and the tasks that draw them. Below it are the random streams. No network
 * and no learning rule may be imported here.
 */
package columna.reference.task;
