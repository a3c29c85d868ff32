/**
 * Javed, White and Sutton 2021: the figures that compare Master-User with truncated back-propagation on columnar networks, one class each.
 * A figure is a list of settings (network and sparsity) under one list of estimates; what it is compared with are the numbers and the
 * statements that the specification gives, for the paper prints curves only. Below it are the vocabulary of reproductions and the float
 * reference; nothing is learned or differentiated here.
 */
package columna.experiments.reproduce.javed2021;
