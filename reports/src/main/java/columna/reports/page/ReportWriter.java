package columna.reports.page;

import columna.reports.Chart;
import columna.reports.Report;
import columna.reports.Table;
import columna.reports.drawing.PngChart;
import columna.reports.output.FolderOutput;
import columna.reports.output.ReportOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a report: {@code data/<id>.csv} for every table and chart, {@code charts/<id>.png} for every chart, {@code summary.json}
 * and, last, {@code index.html}. The same report gives the same bytes (PNG: on the same JDK).
 */
public final class ReportWriter {
    private ReportWriter() {
    }

    /** Renders everything, then writes and commits; if rendering fails nothing has been written. */
    public static void write(Report report, ReportOutput output) throws IOException {
        for (Map.Entry<String, byte[]> file : render(report).entrySet()) {
            try (OutputStream stream = output.createFile(file.getKey())) {
                stream.write(file.getValue());
            }
        }
        output.commit();
    }

    /** Writes the report into a folder, which is made if needed; old files of the same names are replaced. */
    public static void write(Report report, Path folder) throws IOException {
        try (ReportOutput output = FolderOutput.of(folder)) {
            write(report, output);
        }
    }

    /** Writes {@code index.html} alone, without pictures, data and summary, and without links to them: for many small pages. */
    public static void writePage(Report report, ReportOutput output) throws IOException {
        byte[] page = utf8(HtmlPage.alone(report));
        try (OutputStream stream = output.createFile("index.html")) {
            stream.write(page);
        }
        output.commit();
    }

    private static Map<String, byte[]> render(Report report) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Table table : report.tables()) {
            files.put("data/" + table.id() + ".csv", utf8(Csv.of(table)));
        }
        for (Chart chart : report.charts()) {
            files.put("data/" + chart.id() + ".csv", utf8(Csv.of(chart)));
        }
        List<byte[]> pictures = report.charts().parallelStream().map(PngChart::draw).toList();
        for (int i = 0; i < pictures.size(); i++) {
            files.put("charts/" + report.charts().get(i).id() + ".png", pictures.get(i));
        }
        files.put("summary.json", utf8(Json.of(report.summary())));
        files.put("index.html", utf8(HtmlPage.of(report)));
        return files;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
