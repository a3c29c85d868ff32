/** Zucchet et al. 2023: the tables and the figure that compare learning rules on deep recurrent networks. Below it are the vocabulary of reproductions and the float reference. */
package columna.experiments.reproduce.zucchet2023;
