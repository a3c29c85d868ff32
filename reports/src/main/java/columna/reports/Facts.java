package columna.reports;

import java.util.List;
import java.util.Objects;

/** A short list of named values under a title (which may be empty). */
public record Facts(String title, List<Fact> facts) implements Block {
    public Facts {
        Objects.requireNonNull(title, "Facts.title");
        facts = List.copyOf(facts);
    }
}
