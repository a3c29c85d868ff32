package columna.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Everything one report says. Key figures become tiles below the verdict; provenance (versions, seed, files, sources) stands at the
 * end; summary is the flat list of documented keys written to {@code summary.json}. Ids of sections, tables and charts are unique.
 */
public record Report(String title, String subtitle, Verdict verdict, List<Fact> keyFigures, List<Section> sections,
        List<Fact> provenance, List<Fact> summary) {

    public Report {
        Require.text("Report.title", title);
        Objects.requireNonNull(subtitle, "Report.subtitle");
        Objects.requireNonNull(verdict, "Report.verdict");
        keyFigures = List.copyOf(keyFigures);
        sections = List.copyOf(sections);
        provenance = List.copyOf(provenance);
        summary = List.copyOf(summary);
        Require.unique("Report id", ids(sections));
        Require.unique("Summary key", summary.stream().map(Fact::name).toList());
        summary.forEach(fact -> Require.identifier("Summary key", fact.name()));
    }

    private static List<String> ids(List<Section> sections) {
        List<String> ids = new ArrayList<>();
        for (Section section : sections) {
            ids.add("section " + section.id());
            for (Block block : section.blocks()) {
                switch (block) {
                    case Table table -> ids.add(table.id());
                    case Chart chart -> ids.add(chart.id());
                    case Facts facts -> { }
                    case Note note -> { }
                    case Listing listing -> { }
                }
            }
        }
        return ids;
    }

    /** Every chart, in reading order. */
    public List<Chart> charts() {
        return sections.stream().flatMap(s -> s.blocks().stream()).filter(Chart.class::isInstance).map(Chart.class::cast).toList();
    }

    /** Every table, in reading order. */
    public List<Table> tables() {
        return sections.stream().flatMap(s -> s.blocks().stream()).filter(Table.class::isInstance).map(Table.class::cast).toList();
    }
}
