package columna.experiments.profile.proposal;

import columna.experiments.profile.observation.Histogram;
import columna.experiments.profile.observation.SignalObservation;
import columna.fixedpoint.Format;

/**
 * The format proposed for a signal.
 *
 * @param observation what was seen of it; its memory has the present format
 * @param seen its values over the whole of training
 * @param format the proposal
 * @param narrowed whether the chip's datapath allows no more fraction bits
 * @param decibels signal-to-noise ratio against its own rounding, by the model; infinite where all values are exact, NaN without magnitudes
 * @param currentDecibels the same with the present format
 */
public record SignalProposal(SignalObservation observation, Histogram seen, Format format, boolean narrowed, double decibels,
        double currentDecibels) {

    /** The present format. */
    public Format current() {
        return observation.memory().format();
    }

    /** Memory bits saved on the whole chip; negative if the proposal is wider. */
    public long bitsSaved() {
        return observation.words() * (current().width() - format.width());
    }

    /** Share of the values seen that lie beyond a format. */
    public double saturating(Format of) {
        return seen.shareFrom(of.integerBits() - (of.signed() ? 1 : 0));
    }

    /** Share of the values seen, other than zero, that are less than half a step of a format. */
    public double vanishing(Format of) {
        return seen.shareBelow(-of.fractionBits() - 1);
    }
}
