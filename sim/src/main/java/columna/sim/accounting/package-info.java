/**
 * What a chip is made of and what its blocks did: the choice of blocks, the inventory, action counts and their composition
 * into a whole run. Below it are the programs and the chip; timing fills the counts. It may import neither timing nor
 * function, and of the hardware models only the vocabulary of blocks, never a price.
 */
package columna.sim.accounting;
