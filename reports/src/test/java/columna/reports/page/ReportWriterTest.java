package columna.reports.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.reports.Axis;
import columna.reports.BarChart;
import columna.reports.Chart;
import columna.reports.Column;
import columna.reports.DemoReport;
import columna.reports.Fact;
import columna.reports.Facts;
import columna.reports.HeatMap;
import columna.reports.HistogramChart;
import columna.reports.LineChart;
import columna.reports.Listing;
import columna.reports.Note;
import columna.reports.ParallelCoordinates;
import columna.reports.RangeChart;
import columna.reports.Report;
import columna.reports.ScatterChart;
import columna.reports.Section;
import columna.reports.Series;
import columna.reports.Table;
import columna.reports.Value;
import columna.reports.Verdict;
import columna.reports.output.FolderOutput;
import columna.reports.output.MemoryOutput;
import columna.reports.output.ReportOutput;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportWriterTest {
    private static final String NASTY = "</title><script>alert('x')</script> & \"quoted\" <b> ]]> \u0001 \ud800";
    private static final String SHOWN = "</title><script>alert('x')</script> & \"quoted\" <b> ]]> \ufffd \ufffd";

    @Test
    void everyChartAndTableHasItsFiles() throws IOException {
        Report report = DemoReport.create();
        MemoryOutput output = write(report);
        List<String> expected = new ArrayList<>();
        report.tables().forEach(table -> expected.add("data/" + table.id() + ".csv"));
        report.charts().forEach(chart -> expected.add("data/" + chart.id() + ".csv"));
        report.charts().forEach(chart -> expected.add("charts/" + chart.id() + ".png"));
        expected.addAll(List.of("summary.json", "index.html"));
        assertThat(report.charts()).hasSize(12);
        assertThat(report.tables()).hasSize(2);
        assertThat(output.paths()).containsExactlyElementsOf(expected);
        for (Chart chart : report.charts()) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(output.bytes("charts/" + chart.id() + ".png")));
            assertThat(image.getWidth()).isEqualTo(1600);
            assertThat(image.getHeight()).isBetween(400, 2000);
        }
        assertThat(GraphicsEnvironment.isHeadless()).isTrue();
    }

    @Test
    void theSameReportGivesTheSameBytes() throws IOException {
        MemoryOutput first = write(DemoReport.create());
        MemoryOutput second = write(DemoReport.create());
        assertThat(second.paths()).isEqualTo(first.paths());
        first.paths().forEach(path -> assertThat(second.bytes(path)).as(path).isEqualTo(first.bytes(path)));
    }

    @Test
    void thePageIsWellFormedSmallAndAlone() throws Exception {
        String html = write(DemoReport.create()).text("index.html");
        assertThat(html.length()).isLessThan(2_000_000);
        assertThat(html.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http:").doesNotContain("https:").doesNotContain("url(").doesNotContain("@import");
        Document page = parse(html);
        assertThat(elements(page, "svg")).hasSize(12);
        assertThat(elements(page, "meta").get(1).getAttribute("content")).isEqualTo(
                "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" + sha256(html.substring(html.indexOf("<script>") + 8, html.indexOf("</script>"))) + "'");
        assertThat(elements(page, "link")).isEmpty();
        assertThat(elements(page, "img")).isEmpty();
        assertThat(elements(page, "script")).singleElement().satisfies(script -> assertThat(script.getAttributes().getLength()).isZero());
        assertThat(elements(page, "svg")).allSatisfy(svg -> assertThat(svg.getAttribute("aria-label")).isNotBlank());
    }

    @Test
    void idsAreUniqueAndEveryLinkLeadsSomewhere() throws Exception {
        MemoryOutput output = write(DemoReport.create());
        Document page = parse(output.text("index.html"));
        List<String> ids = elements(page, "*").stream().map(e -> e.getAttribute("id")).filter(id -> !id.isEmpty()).toList();
        assertThat(ids).doesNotHaveDuplicates();
        for (Element link : elements(page, "a")) {
            String href = link.getAttribute("href");
            assertThat(href.startsWith("#") ? ids.contains(href.substring(1)) : output.paths().contains(href)).as(href).isTrue();
        }
    }

    @Test
    void everyNumberIsDefinedOnThePage() throws Exception {
        Report report = DemoReport.create();
        Document page = parse(write(report).text("index.html"));
        List<List<String>> rows = elements(page, "table").stream().filter(t -> t.getAttribute("class").equals("definitions")).flatMap(t -> nodes(t, "tr").stream())
                .map(tr -> nodes(tr, "td").stream().map(Element::getTextContent).toList()).toList();
        List<Fact> facts = new ArrayList<>(report.keyFigures());
        facts.addAll(report.provenance());
        facts.addAll(report.summary());
        facts.forEach(fact -> assertThat(rows).anySatisfy(row -> assertThat(row).contains(fact.name(), fact.unit(), fact.explanation())));
        report.tables().forEach(table -> table.columns().forEach(column -> assertThat(rows)
                .anySatisfy(row -> assertThat(row).containsExactly(table.title(), column.name(), column.unit(), column.explanation()))));
    }

    @Test
    void namesAreTextEverywhere() throws Exception {
        MemoryOutput output = write(nasty());
        Document page = parse(output.text("index.html"));
        assertThat(elements(page, "script")).hasSize(1);
        assertThat(elements(page, "b")).hasSize(1);
        assertThat(elements(page, "title").getFirst().getTextContent()).isEqualTo(SHOWN);
        assertThat(elements(page, "h2").getFirst().getTextContent()).isEqualTo(SHOWN);
        assertThat(elements(page, "pre").getFirst().getTextContent()).isEqualTo(SHOWN);
        assertThat(elements(page, "td").getFirst().getTextContent()).isEqualTo(SHOWN);
        assertThat(elements(page, "svg")).hasSize(7).allSatisfy(svg -> assertThat(svg.getAttribute("aria-label")).isEqualTo(SHOWN));
        assertThat(output.text("index.html")).doesNotContain("<script>alert");
        assertThat(elements(page, "a").stream().filter(a -> a.getAttribute("class").equals("item"))).hasSize(2).allSatisfy(a -> {
            assertThat(a.getAttribute("href")).isEqualTo("a&b'.html");
            assertThat(nodes(a, "title").getFirst().getTextContent()).contains(SHOWN);
        });
    }

    private static Report nasty() {
        Axis axis = Axis.linear(NASTY, NASTY);
        double[] v = {1, 2};
        List<ScatterChart.Point> points = List.of(new ScatterChart.Point(NASTY, 1, 1), new ScatterChart.Point(NASTY, 2, 2));
        HeatMap.Words words = new HeatMap.Words(NASTY, List.of(NASTY));
        Fact fact = new Fact(NASTY, Value.of(NASTY), "", columna.reports.Format.TEXT, NASTY);
        Section section = new Section("s", NASTY, NASTY, List.of(new Facts(NASTY, List.of(fact)), Note.warning(NASTY), new Listing(NASTY, NASTY),
                Table.of("t", NASTY, NASTY, List.of(Column.code(NASTY, NASTY)), List.of(List.of(Value.of(NASTY)))),
                new LineChart("l", NASTY, NASTY, axis, axis, List.of(Series.of(NASTY, v, v)), List.of(new LineChart.Level(NASTY, 1.5))),
                new BarChart("b", NASTY, NASTY, NASTY, axis, List.of(NASTY), List.of(new BarChart.Bars(NASTY, List.of(1.0))), BarChart.Arrangement.GROUPED,
                        BarChart.Orientation.HORIZONTAL),
                new ScatterChart("p", NASTY, NASTY, axis, axis, List.of(new ScatterChart.Group(NASTY, points)), List.of(),
                        new ScatterChart.Line(NASTY, ScatterChart.Line.Course.STAIRCASE, points)),
                new RangeChart("r", NASTY, NASTY, NASTY, List.of(new RangeChart.Row(NASTY, NASTY, 1, 2, 1.5, 0.5, 4, RangeChart.Octaves.NONE))),
                new HeatMap("h", NASTY, NASTY, words, words, axis, List.of(List.of(new HeatMap.Cell(1, NASTY, "a&b'.html")))),
                new ParallelCoordinates("c", NASTY, NASTY, NASTY, List.of(new ParallelCoordinates.Numeric(axis), new ParallelCoordinates.Categories("c", List.of(NASTY))),
                        List.of(new ParallelCoordinates.Item(NASTY, "a&b'.html", true, List.of(Value.of(1.0), Value.of(NASTY))))),
                new HistogramChart("hs", NASTY, NASTY, NASTY, List.of(new HistogramChart.Row(NASTY, new RangeChart.Octaves(0, List.of(1.0)),
                        new HistogramChart.Span(NASTY, 0.5, 4), new HistogramChart.Span(NASTY, 0.5, 4))))));
        return new Report(NASTY, NASTY, Verdict.bad(NASTY), List.of(fact), List.of(section), List.of(fact), List.of());
    }

    @Test
    void theSummaryParsesAndKeepsItsOrder() throws IOException {
        List<Fact> summary = List.of(Fact.text("z", "a \"b\" \\ \n \u2028 \u00e4 \ud83d\ude00", "x"), Fact.whole("big", Long.MAX_VALUE, "1", "x"),
                Fact.number("third", 1.0 / 3, "1", columna.reports.Format.decimals(1), "x"), Fact.number("nan", Double.NaN, "1", columna.reports.Format.decimals(1), "x"),
                Fact.number("inf", Double.NEGATIVE_INFINITY, "1", columna.reports.Format.decimals(1), "x"), Fact.number("a", 1e-300, "1", columna.reports.Format.decimals(1), "x"));
        String json = write(new Report("t", "", Verdict.neutral("n"), List.of(), List.of(), List.of(), summary)).text("summary.json");
        JsonNode root = JsonMapper.shared().readTree(json);
        assertThat(root.propertyNames()).containsExactly("z", "big", "third", "nan", "inf", "a");
        assertThat(root.get("z").asString()).isEqualTo("a \"b\" \\ \n \u2028 \u00e4 \ud83d\ude00");
        assertThat(root.get("big").asLong()).isEqualTo(Long.MAX_VALUE);
        assertThat(root.get("third").asDouble()).isEqualTo(1.0 / 3);
        assertThat(root.get("nan").isNull() && root.get("inf").isNull()).isTrue();
        assertThat(root.get("a").asDouble()).isEqualTo(1e-300);
    }

    @Test
    void anEmptyReportIsAPageToo() throws Exception {
        MemoryOutput output = write(new Report("t", "", Verdict.neutral("n"), List.of(), List.of(), List.of(), List.of()));
        parse(output.text("index.html"));
        assertThat(JsonMapper.shared().readTree(output.text("summary.json")).isEmpty()).isTrue();
    }

    @Test
    void aFailureLeavesNothing(@TempDir Path folder) throws IOException {
        Path target = folder.resolve("report");
        try (ReportOutput real = FolderOutput.of(target)) {
            assertThatThrownBy(() -> ReportWriter.write(DemoReport.create(), new Failing(real))).hasMessage("disk full");
        }
        assertThat(folder).isEmptyDirectory();
    }

    /** Fails when the page is to be written, after all other files. */
    private record Failing(ReportOutput real) implements ReportOutput {
        @Override
        public OutputStream createFile(String path) throws IOException {
            if (path.equals("index.html")) {
                throw new IOException("disk full");
            }
            return real.createFile(path);
        }

        @Override
        public void commit() throws IOException {
            real.commit();
        }

        @Override
        public void close() throws IOException {
            real.close();
        }
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MemoryOutput write(Report report) throws IOException {
        MemoryOutput output = new MemoryOutput();
        ReportWriter.write(report, output);
        return output;
    }

    private static Document parse(String html) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    private static List<Element> elements(Document page, String tag) {
        return list(page.getElementsByTagName(tag));
    }

    private static List<Element> nodes(Element parent, String tag) {
        return list(parent.getElementsByTagName(tag));
    }

    private static List<Element> list(NodeList nodes) {
        List<Element> out = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            out.add((Element) nodes.item(i));
        }
        return out;
    }
}
