/** The page of a profile: proposal, histograms, ranges over training, designs that were run, sensitivity, method. */
package columna.experiments.profile.report;
