package columna.experiments.profile.report;

import columna.experiments.profile.ProfileResult;
import columna.experiments.profile.measurement.LossSearch;
import columna.reports.Axis;
import columna.reports.Column;
import columna.reports.Format;
import columna.reports.ScatterChart;
import columna.reports.Section;
import columna.reports.Table;
import columna.reports.Value;
import java.util.ArrayList;
import java.util.List;

/** The designs that a loss budget made run. */
final class SearchSection {

    private final ProfileResult result;

    SearchSection(ProfileResult result) {
        this.result = result;
    }

    Section section() {
        return new Section("search", "Search", "Designs on the line from wide to narrow, halved by whether the measured loss is within the budget.", List.of(chart(), table()));
    }

    private ScatterChart chart() {
        List<ScatterChart.Point> within = new ArrayList<>();
        List<ScatterChart.Point> beyond = new ArrayList<>();
        for (int i = 0; i < result.search().size(); i++) {
            LossSearch.Step step = result.search().get(i);
            (step.within() ? within : beyond).add(new ScatterChart.Point("run " + (i + 1), step.result().memoryBits(), step.result().loss()));
        }
        List<ScatterChart.Group> groups = new ArrayList<>();
        groups.add(new ScatterChart.Group("within the budget", within));
        groups.add(new ScatterChart.Group("beyond it", beyond));
        result.presentRun().ifPresent(run -> groups.add(new ScatterChart.Group("the file's chip",
                List.of(new ScatterChart.Point("the file's chip", run.memoryBits(), run.loss())))));
        return ScatterChart.of("search", "Loss over memory", "Each point is a chip that was run.", Axis.linear("Memory", "bit"), Axis.logarithmic("Loss", "nat"), groups);
    }

    private Table table() {
        List<List<Value>> rows = new ArrayList<>();
        for (LossSearch.Step step : result.search()) {
            rows.add(List.of(Value.of((long) step.design()), Value.of(step.result().memoryBits()), Value.of(step.result().loss()), Value.of(step.result().lowestLoss()),
                    Value.of(step.result().highestLoss()), Value.of(step.result().picojoules() * 1e-12), Value.of(step.within() ? "yes" : "no")));
        }
        return Table.of("search-runs", "Designs in the order in which they ran", "",
                List.of(
                        Column.number("Design", "1", Format.WHOLE, "Place on the line; 0 is the widest."),
                        Column.number("Memory", "bit", Format.WHOLE, "Bits of all signals."),
                        Column.number("Loss", "nat", Format.significant(3), "After learning, mean over seeds."),
                        Column.number("Lowest", "nat", Format.significant(3), "Of a seed."),
                        Column.number("Highest", "nat", Format.significant(3), "Of a seed."),
                        Column.number("Energy", "J", Format.engineering(3), "Of learning."),
                        Column.text("Within", "Whether the loss is within the budget.")),
                rows);
    }
}
