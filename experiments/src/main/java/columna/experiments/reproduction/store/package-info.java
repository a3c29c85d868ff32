/**
 * What a reproduction leaves on disk while it is measured: finished points as lines of JSON, checkpoints of unfinished ones, a lock. The
 * program may be killed at any moment without more loss than the work since the last checkpoint. Below it is the vocabulary of
 * reproductions; it knows nothing of threads, reports or progress.
 */
package columna.experiments.reproduction.store;
