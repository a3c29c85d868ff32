package columna.experiments.profile.report;

import columna.experiments.profile.ProfileResult;
import columna.experiments.profile.proposal.Period;
import columna.experiments.profile.proposal.RangeRule;
import columna.reports.Listing;
import columna.reports.Note;
import columna.reports.Section;
import java.util.List;
import java.util.Locale;

/** How the formats were found, and what was assumed. */
final class MethodSection {

    private MethodSection() {}

    static Section of(ProfileResult result) {
        RangeRule rule = result.request().rule();
        return new Section("method", "Method", "", List.of(
                Note.of(String.format(Locale.ROOT, """
                        Integer bits: the fewest that hold %s times the range seen. Where the format saturates, bits that at most %s %% of the values use are given up, as long as what is cut off \
                        adds no more than a tenth of the noise allowed. Where Adam forms 1/sqrt(v) in a gradient's memory, which has no bound, the file's own limit is kept: it stands for the small number \
                        that Adam adds to sqrt(v).""", rule.margin(), 100 * rule.saturatingShare())),
                Note.of("""
                        Fraction bits: rounding is taken for noise that is uniform and independent of the signal, with a power of 1/12 of the squared step to nearest, 1/6 for stochastic rounding and 1/3 for \
                        truncation; a bit is worth 6.02 dB. It is held against the signal's power %s, or against less where what is computed from the signal is weaker against that noise; for parameters against what an \
                        update changes. Rounding that a signal adds up in itself counts as often as it happens. Noise that comes in from other signals is not in it: the measured ratio shows it. Signals whose values are all \
                        exact with fewer bits get no more. Rounding and overflow modes, signs, tables and learning rates are the file's.""".formatted(
                        result.request().period() == Period.WHOLE ? "over all of training" : "in the third of training where it is weakest")),
                Note.of("""
                        A memory budget walks down a line of designs: at each step the one bit goes whose loss adds the least relative noise per memory bit freed. A loss budget halves the same line by running chips."""),
                new Listing("The experiment with the proposed formats", result.proposal().spec().toYaml())));
    }
}
