/** Javed, Shah, Sutton and White 2023: learning curves and the study of intervals for columnar-constructive networks. Below it are the vocabulary of reproductions and the float reference. */
package columna.experiments.reproduce.javed2023;
