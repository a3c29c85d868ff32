package columna.reports.page;

import columna.reports.Block;
import columna.reports.Fact;
import columna.reports.Facts;
import columna.reports.Report;
import columna.reports.Section;
import columna.reports.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * What the page template asks of a report. The report's provenance joins a section of that id if there is one, and is one otherwise.
 *
 * @param files whether charts and tables have files beside the page
 */
record PageParts(Report report, boolean files) {
    private static final String PROVENANCE = "provenance";

    String css() {
        return PageStyle.css();
    }

    /** Whether anything on the page can be sorted, zoomed or pointed at. */
    boolean hasScript() {
        return !report.charts().isEmpty() || !report.tables().isEmpty();
    }

    /** What the page may do (Content Security Policy 3): use its own styles and run the one script it carries, named by hash; load nothing. */
    String policy() {
        return "default-src 'none'; style-src 'unsafe-inline'" + (hasScript() ? "; script-src '" + PageStyle.scriptHash() + "'" : "");
    }

    String script() {
        return PageStyle.script();
    }

    String verdictClass() {
        return BlockTemplates.styleClass(report.verdict().level());
    }

    String verdictWord() {
        Verdict.Level level = report.verdict().level();
        return switch (level) {
            case GOOD -> "Passed";
            case BAD -> "Failed";
            case NEUTRAL -> "Result";
        };
    }

    /** The report's sections with its provenance among them. */
    List<Section> sections() {
        List<Fact> provenance = report.provenance();
        if (provenance.isEmpty()) {
            return report.sections();
        }
        Facts facts = new Facts("", provenance);
        if (report.sections().stream().noneMatch(PageParts::isProvenance)) {
            List<Section> sections = new ArrayList<>(report.sections());
            sections.add(new Section(PROVENANCE, "Provenance", "", List.of(facts)));
            return sections;
        }
        return report.sections().stream().map(section -> isProvenance(section) ? beginning(section, facts) : section).toList();
    }

    private static boolean isProvenance(Section section) {
        return section.id().equals(PROVENANCE);
    }

    private static Section beginning(Section section, Facts facts) {
        List<Block> blocks = new ArrayList<>(section.blocks());
        blocks.addFirst(facts);
        return new Section(section.id(), section.title(), section.introduction(), blocks);
    }
}
