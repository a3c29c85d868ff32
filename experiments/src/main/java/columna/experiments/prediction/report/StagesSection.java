package columna.experiments.prediction.report;

import columna.experiments.prediction.StageCost;
import columna.reports.Axis;
import columna.reports.BarChart;
import columna.reports.BarChart.Arrangement;
import columna.reports.BarChart.Bars;
import columna.reports.BarChart.Orientation;
import columna.reports.Column;
import columna.reports.Format;
import columna.reports.Section;
import columna.reports.Table;
import columna.reports.Value;
import columna.sim.program.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Memory, cycles and power while one stage after the other learns. */
final class StagesSection {

    private static final double WATTS_PER_MICROWATT = 1e-6;
    private static final double JOULES_PER_PICOJOULE = 1e-12;

    private final List<StageCost> stages;

    StagesSection(List<StageCost> stages) {
        this.stages = stages;
    }

    Section section() {
        return new Section(
                "stages",
                "Stages",
                "One stage learns at a time. Cores of later stages are gated off; those of earlier stages predict with frozen parameters, and"
                        + " their traces, eligibilities and second moments are released.",
                List.of(memory(), power(), table()));
    }

    private List<String> names() {
        return IntStream.range(0, stages.size()).mapToObj(stage -> "stage " + stage + " learns").toList();
    }

    private BarChart memory() {
        List<Bars> series = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            series.add(new Bars(
                    purpose.label(),
                    stages.stream()
                            .map(stage -> (double) stage.clocked().inventory().bitsByPurpose().getOrDefault(purpose, 0L))
                            .toList()));
        }
        return new BarChart(
                "memory-over-stages",
                "Memory in use over stages",
                "Bits of the cores that are switched on, without what is released.",
                "Stage",
                Axis.linear("Memory", "bit"),
                names(),
                series,
                Arrangement.STACKED,
                Orientation.VERTICAL);
    }

    private BarChart power() {
        return new BarChart(
                "power-over-stages",
                "Mean power over stages",
                "Dynamic energy and leakage of learning at every time step, back to back at the chip's clock, over the time that it takes.",
                "Stage",
                Axis.linear("Power", "W"),
                names(),
                List.of(new Bars("power", stages.stream().map(stage -> stage.microwatts() * WATTS_PER_MICROWATT).toList())),
                Arrangement.GROUPED,
                Orientation.VERTICAL);
    }

    private Table table() {
        List<List<Value>> rows = new ArrayList<>();
        for (int k = 0; k < stages.size(); k++) {
            StageCost stage = stages.get(k);
            Map<Purpose, Long> bits = stage.clocked().inventory().bitsByPurpose();
            long steps = Math.max(1, stage.steps());
            rows.add(List.of(
                    Value.of(names().get(k)),
                    Value.of(stage.from()),
                    Value.of(stage.steps()),
                    Value.of(stage.clocked().inventory().inferenceBits()),
                    Value.of(bits.getOrDefault(Purpose.TRACE, 0L)),
                    Value.of(stage.clocked().inventory().learningBits()),
                    Value.of((double) stage.cycles() / steps),
                    Value.of(stage.energy().total().nominal() / steps * JOULES_PER_PICOJOULE),
                    Value.of(stage.microwatts() * WATTS_PER_MICROWATT)));
        }
        return Table.of(
                "stage-costs",
                "Stages",
                "",
                List.of(
                        Column.text("Stage", "Which stage learns."),
                        Column.number("From", "time steps", Format.WHOLE, "Its first time step."),
                        Column.number("Time steps", "time steps", Format.WHOLE, "How long it learns."),
                        Column.number("Inference", "bit", Format.WHOLE, "Parameters, hidden state and activations of all cores that are on."),
                        Column.number("Traces", "bit", Format.WHOLE, "Of the stage that learns, and eligibilities of output weights."),
                        Column.number("Learning", "bit", Format.WHOLE, "All memory that only learning needs."),
                        Column.number("Cycles", "cycles", Format.decimals(1), "Of a time step of learning."),
                        Column.number("Energy", "J", Format.engineering(3), "Of a time step of learning, with leakage."),
                        Column.number("Power", "W", Format.engineering(3), "Energy over the time of these cycles.")),
                rows);
    }
}
