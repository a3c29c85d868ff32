package columna.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import columna.reports.StudyReport;
import columna.reports.browser.Browser;
import columna.reports.browser.Tab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The page of a study as a reader uses it, in a browser. What rows should say comes from the CSV beside the page, not from its script. */
class StudyPageTest {
    private static final int DESIGNS = 60;
    private static final String MARKS = "[...document.querySelectorAll('#loss-energy .item')]";
    private static final String TIP = "document.querySelector('#%s .tip')";
    private static final String ROWS = "[...document.querySelectorAll('#designs-table tbody tr')]";
    @TempDir
    private static Path folder;
    private static Browser browser;
    private Tab tab;

    @BeforeAll
    static void write() throws IOException {
        browser = Browser.start();
        ReportWriter.write(StudyReport.of(DESIGNS), folder);
        for (int i = 0; i < DESIGNS; i++) {
            Path page = Files.createDirectories(folder.resolve("points/" + i)).resolve("index.html");
            Files.writeString(page, "<!DOCTYPE html><html lang=\"en\"><title>design " + i + "</title><p>design " + i + "</p></html>");
        }
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        tab = browser.open(folder.resolve("index.html"));
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(tab.problems()).isEmpty();
        tab.close();
    }

    /** A mark that no other mark covers, so that the pointer hits it. */
    private static String uncovered(String items) {
        return items + ".find(e => { e.scrollIntoView({block: 'center', behavior: 'instant'}); const r = e.getBoundingClientRect(); "
                + "const hit = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2); return hit !== null && hit.closest('.item') === e; })";
    }

    private String tip(String chart) {
        return tab.text(TIP.formatted(chart) + ".hidden ? '' : " + TIP.formatted(chart) + ".textContent");
    }

    @Test
    void theLabelOfAPointIsShownOnHover() {
        String mark = uncovered(MARKS + ".filter(e => e.hasAttribute('href'))");
        String link = tab.text(mark + ".getAttribute('href')");
        List<String> row = csv().get(Integer.parseInt(link.replaceAll("\\D", "")));
        assertThat(tip("loss-energy")).isEmpty();
        tab.hover(mark);
        assertThat(tip("loss-energy").lines()).startsWith(row.get(0), "rounding " + row.get(1), "traces " + row.get(2) + " bit").anyMatch(line -> line.startsWith("energy per step: "));
        tab.hover("document.querySelector('h1')");
        assertThat(tip("loss-energy")).isEmpty();
    }

    @Test
    void aClickOnAPointFollowsItsLink() {
        String mark = uncovered(MARKS + ".filter(e => e.hasAttribute('href'))");
        String link = tab.text(mark + ".getAttribute('href')");
        tab.click(mark);
        tab.await("location.href.endsWith('" + link + "') && document.readyState === 'complete'");
        assertThat(tab.text("document.title")).isEqualTo("design " + link.replaceAll("\\D", ""));
    }

    @Test
    void aChartIsOneTabStopAndArrowsGoFromPointToPoint() {
        assertThat(tab.evaluate("document.querySelectorAll('#loss-energy [tabindex=\"0\"]').length").asInt()).isEqualTo(1);
        tab.evaluate("document.querySelector('#loss-energy .files a:last-child').focus()");
        tab.press("Tab");
        assertThat(tab.text("document.activeElement.outerHTML.slice(0, 200)")).isEqualTo(tab.text(MARKS + "[0].outerHTML.slice(0, 200)"));
        assertThat(tip("loss-energy")).isEqualTo(tab.text(MARKS + "[0].getAttribute('aria-label')")).startsWith("design ");
        tab.press("ArrowRight");
        tab.press("ArrowRight");
        tab.press("ArrowLeft");
        assertThat(tab.evaluate("document.activeElement === " + MARKS + "[1]").asBoolean()).isTrue();
        assertThat(tip("loss-energy")).isEqualTo(tab.text(MARKS + "[1].getAttribute('aria-label')"));
        tab.press("End");
        assertThat(tip("loss-energy")).startsWith("16 bit everywhere");
        tab.press("Home");
        String link = tab.text("document.activeElement.getAttribute('href')");
        tab.press("Escape");
        assertThat(tip("loss-energy")).isEmpty();
        tab.press("Enter");
        tab.await("location.href.endsWith('" + link + "')");
    }

    @Test
    void theHeatMapIsWalkedInTwoDirections() {
        String cells = "[...document.querySelectorAll('#loss-map .item')]";
        tab.evaluate(cells + "[0].focus()");
        tab.press("ArrowDown");
        tab.press("ArrowRight");
        assertThat(tip("loss-map").lines()).startsWith("weights: 10 bit", "traces: 7 bit").contains("3 seeds").anyMatch(line -> line.startsWith("final loss: 0.8"));
        assertThat(tab.text("document.querySelector('#loss-map .spot').getAttribute('d')")).matches("M[\\d.]+ [\\d.]+h[\\d.]+v[\\d.]+h-[\\d.]+z");
        tab.hover(cells + "[4 * 8 + 2]");
        assertThat(tip("loss-map").lines()).containsExactly("weights: 16 bit", "traces: 8 bit", "final loss: \u2013");
        assertThat(tab.evaluate(cells + ".length").asInt()).isEqualTo(6 * 8);
        tab.click(cells + "[3 * 8]");
        tab.await("location.href.endsWith('points/3/index.html')");
    }

    @Test
    void oneLineOfParallelCoordinatesIsLitAndLeadsOn() {
        String svg = "document.querySelector('#designs-parallel svg')";
        String between = "(() => { const w = document.querySelectorAll('#designs-parallel .emphasised .way')[0], s = " + svg + "; w.scrollIntoView({block: 'center', behavior: 'instant'});"
                + " const n = w.getAttribute('d').match(/-?[\\d.]+/g).map(Number), m = s.getScreenCTM(), x = (n[4] + n[6]) / 2, y = (n[5] + n[7]) / 2 + 1;"
                + " return {getBoundingClientRect: () => ({x: x * m.a + m.e, y: y * m.d + m.f, width: 0, height: 0}), scrollIntoView: () => {}}; })()";
        tab.hover(between);
        assertThat(tab.evaluate("document.querySelectorAll('#designs-parallel .lit').length").asInt()).isEqualTo(1);
        String label = tab.text("document.querySelector('#designs-parallel .lit').getAttribute('aria-label')");
        assertThat(tip("designs-parallel")).isEqualTo(label);
        int number = Integer.parseInt(label.lines().findFirst().orElseThrow().replaceAll("\\D", ""));
        assertThat(label.lines()).contains("rounding: " + csv().get(number).get(1), "bits of traces: " + csv().get(number).get(2) + "\u00a0bit");
        assertThat(tab.text("document.querySelector('#designs-parallel .spot').getAttribute('d')")).isEqualTo(
                tab.text("document.querySelector('#designs-parallel .lit .way').getAttribute('d')"));
        tab.click(between);
        tab.await("location.href.endsWith('points/" + number + "/index.html')");
    }

    @Test
    void numbersAreSortedByTheirTrueValue() {
        String head = "document.querySelectorAll('#designs-table th')[5]";
        Comparator<List<String>> bySeconds = Comparator.comparingDouble(row -> Double.parseDouble(row.get(5)));
        tab.click(head + ".querySelector('.head')");
        assertThat(tab.text(head + ".getAttribute('aria-sort')")).isEqualTo("descending");
        assertThat(firstCells()).isEqualTo(sorted(5, bySeconds.reversed()));
        tab.click(head + ".querySelector('.head')");
        assertThat(tab.text(head + ".getAttribute('aria-sort')")).isEqualTo("ascending");
        assertThat(firstCells()).isEqualTo(sorted(5, bySeconds));
        tab.click(head + ".querySelector('.head')");
        assertThat(tab.evaluate(head + ".hasAttribute('aria-sort')").asBoolean()).isFalse();
        assertThat(firstCells()).isEqualTo(csv().stream().map(List::getFirst).toList());
    }

    /** Names in the order a reader expects: design 9 before design 10. */
    @Test
    void wordsAreSortedByKeyboard() {
        tab.evaluate("document.querySelector('#designs-table input').focus()");
        tab.press("Tab");
        for (int press = 0; press < 3 && !tab.text("document.activeElement.textContent").equals("Design"); press++) {
            tab.press("Tab");
        }
        tab.press("Enter");
        assertThat(tab.text("document.querySelector('#designs-table th').getAttribute('aria-sort')")).isEqualTo("ascending");
        assertThat(firstCells()).isEqualTo(IntStream.range(0, DESIGNS).mapToObj(i -> "design " + i).toList());
        tab.press(" ");
        assertThat(firstCells()).isEqualTo(IntStream.range(0, DESIGNS).mapToObj(i -> "design " + (DESIGNS - 1 - i)).toList());
    }

    @Test
    void theFilterHidesRowsWithoutTheText() {
        String count = "document.querySelector('#designs-table output').textContent";
        String box = "document.querySelector('#designs-table input')";
        assertThat(tab.text(count)).isEqualTo("60 of 60 rows");
        tab.evaluate(box + ".focus()");
        tab.type("STOCHASTIC");
        List<String> expected = csv().stream().filter(row -> row.get(1).equals("stochastic")).map(List::getFirst).toList();
        assertThat(expected).hasSizeBetween(1, DESIGNS - 1);
        assertThat(shownCells()).isEqualTo(expected);
        assertThat(tab.text(count)).isEqualTo(expected.size() + " of 60 rows");
        tab.type(" nothing of the kind");
        assertThat(shownCells()).isEmpty();
        tab.press("Escape");
        assertThat(shownCells()).hasSize(DESIGNS);
        assertThat(tab.text("document.querySelector('#designs-table label').textContent").strip()).isEqualTo("Filter rows");
    }

    @Test
    void aCellLeadsOn() {
        tab.click(ROWS + "[5].querySelector('a')");
        tab.await("location.href.endsWith('points/5/index.html')");
    }

    @Test
    void everyTextIsReadableInLightAndDark() {
        for (boolean dark : new boolean[] {false, true}) {
            tab.setDark(dark);
            assertThat(tab.text("getComputedStyle(document.body).backgroundColor")).isEqualTo(dark ? "rgb(20, 23, 27)" : "rgb(255, 255, 255)");
            assertThat(tab.faintTexts(4.5)).as(dark ? "dark" : "light").isEmpty();
        }
    }

    @Test
    void withoutScriptsThePageIsComplete() {
        tab.setScripts(false);
        tab.reload();
        assertThat(tab.evaluate("document.querySelectorAll('.tip, input, [role=button]').length").asInt()).isZero();
        assertThat(shownCells()).hasSize(DESIGNS);
        assertThat(tab.text(MARKS + "[0].querySelector('title').textContent").lines()).hasSizeGreaterThan(3);
        tab.click(ROWS + "[7].querySelector('a')");
        tab.await("location.href.endsWith('points/7/index.html')");
    }

    /** As large as studies are made: the page stays small enough to send, and works. */
    @Test
    void aStudyOfTwoThousandDesignsWorks(@TempDir Path large) throws IOException {
        ReportWriter.write(StudyReport.of(2000), large);
        assertThat(Files.size(large.resolve("index.html"))).isLessThan(2_500_000);
        try (Tab page = browser.open(large.resolve("index.html"))) {
            page.click("document.querySelector('#designs-table th .head')");
            assertThat(page.evaluate(ROWS + ".map(r => r.cells[0].textContent)").valueStream().map(JsonNode::asString).toList())
                    .isEqualTo(IntStream.range(0, 2000).mapToObj(i -> "design " + i).toList());
            assertThat(page.evaluate(MARKS + ".length").asInt()).isEqualTo(2000 + 4);
            assertThat(page.problems()).isEmpty();
        }
    }

    private List<String> firstCells() {
        return texts(ROWS);
    }

    private List<String> shownCells() {
        return texts(ROWS + ".filter(r => r.getBoundingClientRect().height > 0)");
    }

    private List<String> texts(String rows) {
        return tab.evaluate(rows + ".map(r => r.cells[0].textContent)").valueStream().map(JsonNode::asString).toList();
    }

    /** First cells in the order of a column's numbers; rows without a number last, in the order of the file. */
    private static List<String> sorted(int column, Comparator<List<String>> order) {
        List<List<String>> known = csv().stream().filter(row -> !row.get(column).isEmpty()).sorted(order).toList();
        List<List<String>> unknown = csv().stream().filter(row -> row.get(column).isEmpty()).toList();
        assertThat(unknown).isNotEmpty();
        return java.util.stream.Stream.concat(known.stream(), unknown.stream()).map(List::getFirst).toList();
    }

    private static List<List<String>> csv() {
        try {
            return Files.readAllLines(folder.resolve("data/designs-table.csv")).stream().skip(1).map(line -> List.of(line.split(",", -1))).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
