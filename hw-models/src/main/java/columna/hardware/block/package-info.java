/**
 * The vocabulary of hardware: the blocks a chip is made of, as value records, and the actions a block can be asked for.
 * Nothing is below it but the JDK, and nothing here knows a price, a technology, a clock or a simulation.
 * The simulator may import this package and no other of this module; this package imports nothing of ours.
 */
package columna.hardware.block;
