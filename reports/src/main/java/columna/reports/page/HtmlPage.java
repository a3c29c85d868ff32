package columna.reports.page;

import columna.reports.Block;
import columna.reports.Chart;
import columna.reports.Fact;
import columna.reports.Facts;
import columna.reports.Listing;
import columna.reports.Note;
import columna.reports.Report;
import columna.reports.Section;
import columna.reports.Table;
import columna.reports.Verdict;
import columna.reports.markup.Markup;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole report as one page: verdict, key figures, contents, sections, provenance, definitions. Nothing is loaded from anywhere;
 * the Content-Security-Policy forbids it.
 */
final class HtmlPage {
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'unsafe-inline'";
    private final Report report;
    private final Markup out = new Markup();

    private HtmlPage(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        return new HtmlPage(report).page();
    }

    private String page() {
        out.open("html", "lang", "en").open("head").empty("meta", "charset", "utf-8");
        out.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        out.empty("meta", "name", "color-scheme", "content", "light dark");
        out.element("title", report.title()).open("style").verbatim(PageStyle.css()).close().close().line();
        out.open("body").open("main");
        header();
        contents();
        report.sections().forEach(this::section);
        if (!report.provenance().isEmpty()) {
            out.open("section", "id", "provenance").element("h2", "Provenance");
            facts(report.provenance());
            out.close().line();
        }
        definitions();
        out.close().open("script").verbatim(PageStyle.script()).close().close().close();
        return "<!DOCTYPE html>\n" + out + "\n";
    }

    private void header() {
        out.open("header").element("h1", report.title());
        if (!report.subtitle().isEmpty()) {
            out.element("p", report.subtitle(), "class", "subtitle");
        }
        Verdict verdict = report.verdict();
        out.open("p", "class", "verdict " + styleClass(verdict.level()));
        String word = switch (verdict.level()) {
            case GOOD -> "Passed";
            case BAD -> "Failed";
            case NEUTRAL -> "Result";
        };
        out.element("b", word).text(" ").element("span", verdict.sentence()).close();
        if (!report.keyFigures().isEmpty()) {
            out.open("dl", "class", "tiles");
            report.keyFigures().forEach(this::tile);
            out.close();
        }
        out.close().line();
    }

    private void tile(Fact fact) {
        out.open("div", "title", fact.explanation()).element("dt", fact.name()).open("dd");
        FactText shown = FactText.of(fact);
        out.element("span", shown.number(), "class", "figure");
        if (!shown.unit().isEmpty()) {
            out.text(" ").element("span", shown.unit(), "class", "unit");
        }
        out.close().close();
    }

    private void contents() {
        out.open("nav", "aria-label", "Contents").open("ol");
        report.sections().forEach(section -> link(section.id(), section.title()));
        if (!report.provenance().isEmpty()) {
            link("provenance", "Provenance");
        }
        link("definitions", "Definitions");
        out.close().close().line();
    }

    private void link(String id, String title) {
        out.open("li").element("a", title, "href", "#" + id).close();
    }

    private void section(Section section) {
        out.open("section", "id", section.id()).element("h2", section.title());
        paragraphs(section.introduction(), "introduction");
        List<Chart> waiting = new ArrayList<>();
        for (Block block : section.blocks()) {
            if (block instanceof Chart chart) {
                waiting.add(chart);
            } else {
                flush(waiting);
                block(block);
            }
        }
        flush(waiting);
        out.close().line();
    }

    private void flush(List<Chart> charts) {
        out.include(FigureRows.of(charts));
        charts.clear();
    }

    private void block(Block block) {
        switch (block) {
            case Facts facts -> {
                if (!facts.title().isEmpty()) {
                    out.element("h3", facts.title());
                }
                facts(facts.facts());
            }
            case Table table -> out.include(HtmlTable.of(table));
            case Note note -> {
                out.open("div", "class", "remark " + styleClass(note.level()));
                paragraphs(note.text(), "");
                out.close();
            }
            case Listing listing -> out.open("details").element("summary", listing.title()).element("pre", listing.text()).close();
            case Chart chart -> out.include(FigureRows.of(List.of(chart)));
        }
        out.line();
    }

    private void facts(List<Fact> facts) {
        out.open("dl", "class", "facts");
        for (Fact fact : facts) {
            out.open("div", "title", fact.explanation()).element("dt", fact.name()).element("dd", fact.shown()).close();
        }
        out.close();
    }

    private void paragraphs(String text, String styleClass) {
        for (String paragraph : text.split("\\n\\s*\\n")) {
            if (!paragraph.isBlank()) {
                out.element("p", paragraph.strip(), "class", styleClass);
            }
        }
    }

    private void definitions() {
        out.open("section", "id", "definitions").element("h2", "Definitions");
        out.open("table", "class", "definitions").open("thead").open("tr");
        for (String heading : List.of("Where", "What", "Unit", "Meaning")) {
            out.element("th", heading, "scope", "col");
        }
        out.close().close().open("tbody");
        for (Definition definition : Definition.all(report)) {
            out.open("tr").element("td", definition.where()).element("td", definition.name());
            out.element("td", definition.unit()).element("td", definition.meaning()).close();
        }
        out.close().close().close().line();
    }

    private static String styleClass(Verdict.Level level) {
        return switch (level) {
            case GOOD -> "good";
            case BAD -> "bad";
            case NEUTRAL -> "neutral";
        };
    }
}
