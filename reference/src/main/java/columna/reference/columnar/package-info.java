/**
 * Networks of columns: each column is a few parameters around one hidden unit, so that exact traces of its own recurrence cost no more than
 * its parameters (Javed, White and Sutton 2021; Javed, Shah, Sutton and White 2023): columns of features (accumulating, feed-forward or
 * gated) and columns of one LSTM unit, their lateral connections, a linear read-out that may learn by LMS, Master-User traces beside
 * back-propagation through time, and the random networks on which the two are compared. Below it are the named parameters of a network, the
 * sequences of a task and random streams. No block of a deep network, no optimiser and no trainer may be imported here.
 */
package columna.reference.columnar;
