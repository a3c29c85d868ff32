package columna.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import columna.reports.Column;
import columna.reports.Fact;
import columna.reports.Format;
import columna.reports.Note;
import columna.reports.Report;
import columna.reports.Section;
import columna.reports.Table;
import columna.reports.Value;
import columna.reports.Verdict;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the templates make of small reports; expected texts are written from the page's rules. */
class HtmlPageTest {
    private static final Fact SEED = Fact.whole("Seed", 7, "1", "Start of every random stream.");

    private static String page(List<Fact> provenance, Section... sections) {
        return HtmlPage.of(new Report("t", "", Verdict.neutral("n"), List.of(), List.of(sections), provenance, List.of()));
    }

    private static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern).matcher(page).results().map(match -> match.group(1)).toList();
    }

    @Test
    void provenanceJoinsASectionOfThatName() {
        String page = page(List.of(SEED), new Section("provenance", "Where it comes from", "", List.of(Note.of("a remark"))));
        assertThat(all(page, "<h2>(.*?)</h2>")).containsExactly("Where it comes from", "Definitions");
        assertThat(all(page, "<li><a href=\"#(.*?)\"")).containsExactly("provenance", "definitions");
        assertThat(page.indexOf("<dt>Seed</dt>")).isPositive().isLessThan(page.indexOf("a remark"));
    }

    @Test
    void provenanceIsASectionOfItsOwnOtherwise() {
        String page = page(List.of(SEED), new Section("learning", "Learning", "", List.of()));
        assertThat(all(page, "<h2>(.*?)</h2>")).containsExactly("Learning", "Provenance", "Definitions");
        assertThat(all(page(List.of()), "<h2>(.*?)</h2>")).containsExactly("Definitions");
    }

    /** A page of words runs nothing: its policy names no script. */
    @Test
    void onlyAPageThatNeedsTheScriptHasIt() {
        String words = page(List.of(SEED), new Section("s", "S", "", List.of(Note.of("a remark"))));
        assertThat(words).doesNotContain("<script").contains("content=\"default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;\"");
        Table table = Table.of("t", "t", "", List.of(Column.text("Signal", "x")), List.of(List.of(Value.of("a").linkedTo("a.html"))));
        assertThat(all(page(List.of(), new Section("s", "S", "", List.of(table))), "<(script)>")).hasSize(1);
    }

    @Test
    void aPageThatStandsAloneLeadsToNoFiles() {
        Table table = Table.of("t", "t", "", List.of(Column.text("Signal", "x")), List.of(List.of(Value.of("a"))));
        Report report = new Report("t", "", Verdict.neutral("n"), List.of(), List.of(new Section("s", "S", "", List.of(table))), List.of(), List.of());
        assertThat(HtmlPage.of(report)).contains("href=\"data/t.csv\"");
        assertThat(HtmlPage.alone(report)).contains(">a</td>").doesNotContain("href=\"data/", "href=\"charts/");
    }

    @Test
    void tablesAskForTheirFilterAndCellsLeadOn() {
        Table table = Table.of("t", "t", "", List.of(Column.number("n", "1", Format.WHOLE, "x")), List.of(List.of(Value.of(7L).linkedTo("a%20b.html#x"))));
        assertThat(all(page(List.of(), new Section("s", "S", "", List.of(table, new Table("u", "u", "", table.columns(), table.rows(), List.of()).withFilter()))),
                "<table class=\"([a-z ]*)\"")).containsExactly("sortable", "sortable filtered", "definitions");
        assertThat(all(page(List.of(), new Section("s", "S", "", List.of(table))), "<td class=\"num\" (.*?)</td>")).containsExactly("data-v=\"7\"><a href=\"a%20b.html#x\">7</a>");
    }

    @Test
    void headingsShowUnitsInParentheses() {
        List<Column> columns = List.of(Column.number("Bits", "bit", Format.WHOLE, "x"), Column.number("Area", "mm2", Format.decimals(2), "x"),
                Column.number("Time", "\u00b5s", Format.decimals(1), "x"), Column.number("Energy", "pJ", Format.engineering(3), "x"), Column.number("Count", "1", Format.WHOLE, "x"));
        String page = page(List.of(), new Section("s", "S", "", List.of(Table.of("t", "t", "", columns, List.of()))));
        assertThat(all(page, "<span class=\"head\">(.*?)</th>")).containsExactly("Bits <span class=\"unit\">(bit)</span></span>",
                "Area <span class=\"unit\">(mm\u00b2)</span></span>", "Time <span class=\"unit\">(\u00b5s)</span></span>", "Energy</span>", "Count</span>");
    }

    /** SI Brochure 5.4.4: four digits are not parted, except in a column of longer numbers. */
    @Test
    void fourDigitsAreGroupedUnderLongerNumbers() {
        assertThat(cells(1024, 32_768, -2048, 512)).containsExactly("1\u202f024", "32\u202f768", "\u22122\u202f048", "512");
        assertThat(cells(1024, 9999)).containsExactly("1024", "9999");
    }

    private static List<String> cells(long... values) {
        List<List<Value>> rows = java.util.Arrays.stream(values).mapToObj(value -> List.of(Value.of(value))).toList();
        Table table = Table.of("t", "t", "", List.of(Column.number("n", "1", Format.WHOLE, "x")), rows);
        return all(page(List.of(), new Section("s", "S", "", List.of(table))), "<td class=\"num\" data-v=\"-?\\d+\">(.*?)</td>");
    }

    @Test
    void paragraphsAreCutAtEmptyLines() {
        String page = page(List.of(), new Section("s", "S", " one \n \n\n\ntwo\nlines\n\n ", List.of()));
        assertThat(all(page, "<p class=\"introduction\">((?s:.*?))</p>")).containsExactly("one", "two\nlines");
    }
}
