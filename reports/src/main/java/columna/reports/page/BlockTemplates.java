package columna.reports.page;

import columna.reports.Block;
import columna.reports.Chart;
import columna.reports.Facts;
import columna.reports.Listing;
import columna.reports.Note;
import columna.reports.Table;
import columna.reports.Verdict;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which template shows which kind of block; what the templates of blocks share. */
final class BlockTemplates {
    private BlockTemplates() {
    }

    /**
     * The blocks of a section as the template prints them, consecutive charts in rows.
     *
     * @param files whether charts and tables have files beside the page, to which they lead
     */
    static List<Content> of(List<Block> blocks, boolean files) {
        List<Content> contents = new ArrayList<>();
        List<Chart> waiting = new ArrayList<>();
        for (Block block : blocks) {
            if (!(block instanceof Chart)) {
                flush(waiting, contents, files);
            }
            switch (block) {
                case Chart chart -> waiting.add(chart);
                case Facts facts -> contents.add(template("facts.jte", facts, files));
                case Table table -> contents.add(template("table.jte", HtmlTable.of(table), files));
                case Note note -> contents.add(template("note.jte", note, files));
                case Listing listing -> contents.add(template("listing.jte", listing, files));
            }
        }
        flush(waiting, contents, files);
        return contents;
    }

    private static void flush(List<Chart> charts, List<Content> contents, boolean files) {
        FigureRow.of(charts).forEach(row -> contents.add(template("figures.jte", row, files)));
        charts.clear();
    }

    private static Content template(String name, Object block, boolean files) {
        return output -> HtmlPage.TEMPLATES.render(name, Map.of("block", block, "files", files), output);
    }

    /** A text cut at its empty lines, without blank paragraphs. */
    static List<String> paragraphs(String text) {
        return Stream.of(text.split("\\n\\s*\\n")).filter(paragraph -> !paragraph.isBlank()).map(String::strip).toList();
    }

    static String styleClass(Verdict.Level level) {
        return switch (level) {
            case GOOD -> "good";
            case BAD -> "bad";
            case NEUTRAL -> "neutral";
        };
    }
}
