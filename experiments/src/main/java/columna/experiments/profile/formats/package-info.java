/**
 * Number formats of all signals of a chip at once: put into an experiment, and narrowed until the chip can be built. Below it are the
 * chip and the experiment file.
 */
package columna.experiments.profile.formats;
