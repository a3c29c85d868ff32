/**
 * Public data sets that have to be fetched by hand: CIFAR-10 as a sequence of pixels, IMDB reviews as a sequence of characters. Their
 * readers keep the files' bytes and build a sequence when it is read. Below it are the sequences and the random streams. No network and
 * no learning rule may be imported here.
 */
package columna.reference.task.recorded;
