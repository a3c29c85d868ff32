package columna.reports;

import java.util.List;
import java.util.Objects;

/**
 * A chapter of a report. The id is its address in the page; the introduction (which may be empty) says in plain text what
 * the reader will see, an empty line beginning a new paragraph.
 */
public record Section(String id, String title, String introduction, List<Block> blocks) {
    public Section {
        Require.identifier("Section.id", id);
        Require.text("Section.title", title);
        Objects.requireNonNull(introduction, "Section.introduction");
        blocks = List.copyOf(blocks);
    }
}
