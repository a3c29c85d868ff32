package columna.experiments.profile.report;

import columna.experiments.profile.ProfileResult;
import columna.experiments.profile.observation.Histogram;
import columna.experiments.profile.observation.SignalObservation;
import columna.reports.Column;
import columna.reports.Format;
import columna.reports.Section;
import columna.reports.Table;
import columna.reports.Value;
import java.util.ArrayList;
import java.util.List;

/** How values change over training. */
final class TrainingSection {

    private static final List<String> THIRDS = List.of("first", "middle", "last");

    private final ProfileResult result;

    TrainingSection(ProfileResult result) {
        this.result = result;
    }

    Section section() {
        return new Section("training", "Over training", "Errors and gradients shrink while the chip learns: a format that is fine enough at first may round all of them to zero in the end.",
                List.of(thirds(), quantiles(), octaves()));
    }

    private Table thirds() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.code("Signal", "Name of the memory."));
        for (String third : THIRDS) {
            columns.add(Column.number("Rms, " + third, "1", Format.significant(3), "Root mean square in the " + third + " third of training."));
        }
        for (String third : THIRDS) {
            columns.add(Column.number("Largest, " + third, "1", Format.significant(3), "Largest magnitude in the " + third + " third of training."));
        }
        List<List<Value>> rows = new ArrayList<>();
        result.observation().signals().values().forEach(signal -> {
            List<Value> row = new ArrayList<>();
            row.add(Value.of(signal.name()));
            signal.thirds().forEach(third -> row.add(known(third, third.rootMeanSquare())));
            signal.thirds().forEach(third -> row.add(known(third, third.largest())));
            rows.add(row);
        });
        return Table.of("thirds", "First, middle and last third of training", "", columns, rows);
    }

    private static Value known(Histogram histogram, double value) {
        return histogram.words() == 0 ? Value.missing() : Value.of(value);
    }

    private Table quantiles() {
        List<List<Value>> rows = new ArrayList<>();
        result.observation().signals().values().forEach(signal -> {
            Histogram whole = signal.whole();
            rows.add(List.of(
                    Value.of(signal.name()),
                    Value.of(signal.words()),
                    Value.of(whole.words()),
                    known(whole, (double) whole.zeros() / Math.max(1, whole.words())),
                    known(whole, whole.rootMeanSquare()),
                    known(whole, whole.quantile(0.5)),
                    known(whole, whole.quantile(0.99)),
                    known(whole, whole.quantile(0.9999)),
                    known(whole, whole.largest()),
                    known(signal.steps(), signal.steps().rootMeanSquare()),
                    known(signal.steps(), signal.steps().largest())));
        });
        return Table.of("quantiles", "Magnitudes over the whole of training", "Quantiles are read from the histogram, from above: the end of the octave they lie in.",
                List.of(
                        Column.code("Signal", "Name of the memory."),
                        Column.number("Words", "1", Format.WHOLE, "Words of the whole chip that hold the signal."),
                        Column.number("Values seen", "1", Format.WHOLE, "Values in the histogram."),
                        Column.number("Zeros", "1", Format.percent(1), "Share of zeros."),
                        Column.number("Rms", "1", Format.significant(3), "Root mean square."),
                        Column.number("50 %", "1", Format.significant(3), "Half of the values are not larger."),
                        Column.number("99 %", "1", Format.significant(3), "Ninety-nine of a hundred are not larger."),
                        Column.number("99.99 %", "1", Format.significant(3), "All but one in ten thousand are not larger."),
                        Column.number("Largest", "1", Format.significant(3), "Largest magnitude."),
                        Column.number("Update, rms", "1", Format.significant(3), "Of a parameter what one update changes it by; of a gradient 1/sqrt(v) and m/sqrt(v), which Adam's update forms in its memory."),
                        Column.number("Update, largest", "1", Format.significant(3), "Their largest magnitude; of a gradient the format's limit cuts it off.")),
                rows);
    }

    /** All counts, for other tools. */
    private Table octaves() {
        List<List<Value>> rows = new ArrayList<>();
        for (SignalObservation signal : result.observation().signals().values()) {
            for (int third = 0; third < SignalObservation.THIRDS; third++) {
                Histogram histogram = signal.thirds().get(third);
                if (histogram.hasMagnitudes()) {
                    rows.add(List.of(Value.of(signal.name()), Value.of(THIRDS.get(third)), Value.of((long) histogram.firstOctave()), Value.of(histogram.zeros()),
                            Value.of(counts(histogram))));
                }
            }
        }
        return Table.of("octaves", "All histograms", "Counts by octave of magnitude, from the first occupied octave upwards.",
                List.of(
                        Column.code("Signal", "Name of the memory."),
                        Column.text("Third", "Of training."),
                        Column.number("First octave", "1", Format.WHOLE, "k of the first count: magnitudes from 2^k to below 2^(k+1)."),
                        Column.number("Zeros", "1", Format.WHOLE, "Values that are zero."),
                        Column.text("Counts", "Values by octave, separated by blanks.")),
                rows);
    }

    private static String counts(Histogram histogram) {
        StringBuilder counts = new StringBuilder();
        for (int octave = histogram.firstOctave(); octave <= histogram.lastOctave(); octave++) {
            counts.append(counts.isEmpty() ? "" : " ").append(histogram.count(octave));
        }
        return counts.toString();
    }
}
