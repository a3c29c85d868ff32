/**
 * ListOps: nested expressions over digits, to be evaluated after one reading. Drawn here as Long Range Arena draws them, or read from its
 * files. Below it are the sequences and the random streams. No network and no learning rule may be imported here.
 */
package columna.reference.task.listops;
