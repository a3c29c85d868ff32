/** Which program this is: its version, its commit, and fingerprints of the code that decides a number. Nothing of ours is below it. */
package columna.experiments.program;
