/**
 * Chips that predict a stream and learn at every time step: the systems, their hosts, their float references, and a run of chip and reference
 * side by side. Below it are the chip's resources, its programs in exact arithmetic, the prices and the float reference.
 */
package columna.experiments.prediction;
