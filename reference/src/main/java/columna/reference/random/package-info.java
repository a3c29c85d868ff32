/**
 * Seeded random streams, one per purpose, so that drawing more of one thing never changes another. Below it is Commons RNG. Nothing else of
 * the reference may be imported here.
 */
package columna.reference.random;
