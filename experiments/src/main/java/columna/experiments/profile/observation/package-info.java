/**
 * Which values every signal of a chip takes over the whole of training: histograms by octave, from the float reference where it
 * has the signal, else from a chip of wide formats. Below it are the chip, the reference and the experiment; it knows no proposal.
 */
package columna.experiments.profile.observation;
