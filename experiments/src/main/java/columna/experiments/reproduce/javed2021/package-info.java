/** Javed, White and Sutton 2021: the figures that compare Master-User with truncated back-propagation on columnar networks. Below it are the vocabulary of reproductions and the float reference. */
package columna.experiments.reproduce.javed2021;
