package columna.experiments.profile.report;

import columna.experiments.profile.ProfileResult;
import columna.experiments.profile.observation.Histogram;
import columna.experiments.profile.proposal.SignalProposal;
import columna.fixedpoint.Format;
import columna.reports.HistogramChart;
import columna.reports.HistogramChart.Span;
import columna.reports.RangeChart.Octaves;
import columna.reports.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every signal's histogram against its formats. */
final class HistogramSection {

    private static final int OCTAVES_BELOW = 4;

    private final ProfileResult result;

    HistogramSection(ProfileResult result) {
        this.result = result;
    }

    Section section() {
        List<HistogramChart.Row> rows = new ArrayList<>();
        result.proposal().signals().forEach((name, signal) -> {
            if (signal.seen().hasMagnitudes()) {
                rows.add(row(name, signal));
            }
        });
        String introduction = String.format(Locale.ROOT, "Values on %d sequences spread over %d of training. Grey is what the proposed format can hold, from its step to its limit;"
                + " the line below is what the present format can hold. Orange overflows the proposed format, yellow is smaller than its step;"
                + " what is far smaller is one bar at the left.",
                result.observation().sampledSequences(), result.observation().sequences());
        return new Section("histograms", "Histograms", introduction, List.of(new HistogramChart("histograms", "Magnitudes by octave",
                "Heights are the square root of the share of all values, zeros included, relative to the signal's highest bar, so that rare values are seen."
                        + " Right of the bars: the proposed format, the present one below it.", "1", rows)));
    }

    private static HistogramChart.Row row(String name, SignalProposal signal) {
        int lowest = Math.min(-signal.format().fractionBits(), -signal.current().fractionBits()) - OCTAVES_BELOW;
        return new HistogramChart.Row(name, octaves(signal.seen(), lowest), span(signal.format()), span(signal.current()));
    }

    /** What lies far below both formats' steps is put into one bar; the tables have it octave by octave. */
    private static Octaves octaves(Histogram seen, int lowest) {
        int first = Math.min(Math.max(seen.firstOctave(), lowest), seen.lastOctave());
        List<Double> shares = new ArrayList<>();
        shares.add(seen.shareBelow(first + 1));
        for (int octave = first + 1; octave <= seen.lastOctave(); octave++) {
            shares.add((double) seen.count(octave) / seen.words());
        }
        return new Octaves(first, shares);
    }

    /** The power of two from which on values overflow, one step above the highest word. */
    private static Span span(Format format) {
        return new Span(format.shortName(), format.resolution(), format.maximum() + format.resolution());
    }
}
