package columna.experiments.profile.report;

import columna.experiments.profile.ProfileRequest.Around;
import columna.experiments.profile.ProfileResult;
import columna.experiments.profile.measurement.SeedMean;
import columna.experiments.profile.measurement.Sensitivity;
import columna.reports.Axis;
import columna.reports.BarChart;
import columna.reports.BarChart.Arrangement;
import columna.reports.BarChart.Bars;
import columna.reports.BarChart.Orientation;
import columna.reports.Block;
import columna.reports.Column;
import columna.reports.Format;
import columna.reports.Note;
import columna.reports.Section;
import columna.reports.Table;
import columna.reports.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What one bit of each signal is worth, measured. */
final class SensitivitySection {

    private static final int MOST_BARS = 30;

    private final ProfileResult result;

    SensitivitySection(ProfileResult result) {
        this.result = result;
    }

    Section section() {
        boolean file = result.request().sensitivity().filter(around -> around == Around.FILE).isPresent();
        String introduction = "One fraction bit less and one more, signal by signal, around the " + (file ? "file's" : "proposed")
                + " formats; each number is a chip that was run" + (result.request().seeds() > 1 ? " with " + result.request().seeds() + " seeds." : " with one seed.");
        Optional<SeedMean> base = result.sensitivityBase();
        List<Block> blocks = base.isEmpty() ? List.of(Note.of("Interrupted before the design in the middle was measured."))
                : List.of(spread(base.get()), chart(base.get()), table(base.get()));
        return new Section("sensitivity", "Sensitivity", introduction, blocks);
    }

    /** Losses of single runs scatter; a change within the scatter says nothing. */
    private Note spread(SeedMean base) {
        return Note.of(base.runs().size() > 1
                ? "The seeds of the design in the middle lie between " + ProfileReport.loss(base.lowestLoss()) + " and " + ProfileReport.loss(base.highestLoss())
                        + " nats: changes of that size are chance."
                : "With one seed chance cannot be told from cause: any change of a format changes all later roundings. Ask for several with --seeds.");
    }

    private BarChart chart(SeedMean base) {
        List<Sensitivity> ranked = result.sensitivities().stream()
                .filter(one -> one.less().isPresent())
                .sorted(Comparator.comparingDouble((Sensitivity one) -> -one.less().orElseThrow().loss()))
                .limit(MOST_BARS)
                .toList();
        return new BarChart("sensitivity", "Change of the loss with one bit less and one more", "The signals that need their last bit most come first. Positive is worse.",
                "Signal", Axis.linear("Change of the loss", "nat"), ranked.stream().map(Sensitivity::signal).toList(),
                List.of(new Bars("one bit less", ranked.stream().map(one -> change(one.less(), base)).toList()),
                        new Bars("one bit more", ranked.stream().map(one -> change(one.more(), base)).toList())),
                Arrangement.GROUPED, Orientation.HORIZONTAL);
    }

    private static double change(Optional<SeedMean> run, SeedMean base) {
        return run.map(one -> one.loss() - base.loss()).orElse(Double.NaN);
    }

    private Table table(SeedMean base) {
        List<List<Value>> rows = new ArrayList<>();
        for (Sensitivity one : result.sensitivities()) {
            rows.add(List.of(
                    Value.of(one.signal()), Value.of(one.format().toString()), Value.of(one.words()),
                    Value.of(change(one.less(), base)), Value.of(change(one.more(), base)),
                    picojoules(one.less(), base), picojoules(one.more(), base),
                    one.less().map(run -> Value.of(run.loss())).orElseGet(Value::missing), one.more().map(run -> Value.of(run.loss())).orElseGet(Value::missing)));
        }
        return Table.of("sensitivities", "One bit less, one bit more", "A dash: such a chip cannot be built, or was not run.",
                List.of(
                        Column.code("Signal", "Name of the memory."),
                        Column.code("Format", "In the design in the middle."),
                        Column.number("Memory", "bit", Format.WHOLE, "Memory bits of the whole chip that one bit of the word is."),
                        Column.number("Loss, less", "nat", Format.significant(3), "Change of the loss with one bit less; positive is worse."),
                        Column.number("Loss, more", "nat", Format.significant(3), "Change of the loss with one bit more."),
                        Column.number("Energy, less", "J", Format.engineering(3), "Change of the energy of learning with one bit less."),
                        Column.number("Energy, more", "J", Format.engineering(3), "Change of the energy of learning with one bit more."),
                        Column.number("Loss with less", "nat", Format.significant(3), "The loss itself."),
                        Column.number("Loss with more", "nat", Format.significant(3), "The loss itself.")),
                rows);
    }

    private static Value picojoules(Optional<SeedMean> run, SeedMean base) {
        return run.map(one -> Value.of((one.picojoules() - base.picojoules()) * 1e-12)).orElseGet(Value::missing);
    }
}
