package columna.reports.page;

import columna.reports.Block;
import columna.reports.Column;
import columna.reports.Fact;
import columna.reports.Facts;
import columna.reports.Report;
import columna.reports.Scaled;
import columna.reports.Section;
import columna.reports.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** What one number of the report means, and where it stands. */
record Definition(String where, String name, String unit, String meaning) {

    /** Of every fact and column, in reading order, each once. */
    static List<Definition> all(Report report) {
        LinkedHashSet<Definition> all = new LinkedHashSet<>();
        report.keyFigures().forEach(fact -> all.add(of("Key figures", fact)));
        for (Section section : report.sections()) {
            for (Block block : section.blocks()) {
                if (block instanceof Facts facts) {
                    facts.facts().forEach(fact -> all.add(of(section.title(), fact)));
                } else if (block instanceof Table table) {
                    table.columns().forEach(column -> all.add(of(table.title(), column)));
                }
            }
        }
        report.provenance().forEach(fact -> all.add(of("Provenance", fact)));
        report.summary().forEach(fact -> all.add(of("summary.json", fact)));
        return new ArrayList<>(all);
    }

    private static Definition of(String where, Fact fact) {
        return new Definition(where, fact.name(), unit(fact.unit()), fact.explanation());
    }

    private static String unit(String unit) {
        return unit.equals("1") ? unit : Scaled.shown(unit);
    }

    private static Definition of(String where, Column column) {
        return new Definition(where, column.name(), unit(column.unit()), column.explanation());
    }
}
