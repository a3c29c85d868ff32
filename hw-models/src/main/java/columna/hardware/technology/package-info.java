/**
 * What blocks cost in one technology: energy per action, area, leakage and latency, each a band with its source.
 * Below it are the vocabulary of {@code columna.hardware.block} and the tables and technology files in the resources.
 * It imports nothing of ours but that vocabulary, and it knows no time, no counts and no simulation.
 */
package columna.hardware.technology;
