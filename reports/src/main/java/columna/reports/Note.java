package columna.reports;

import java.util.Objects;

/** A remark in plain text; an empty line begins a new paragraph. */
public record Note(Verdict.Level level, String text) implements Block {
    public Note {
        Objects.requireNonNull(level, "Note.level");
        Require.text("Note.text", text);
    }

    public static Note of(String text) {
        return new Note(Verdict.Level.NEUTRAL, text);
    }

    /** A remark the reader must not miss. */
    public static Note warning(String text) {
        return new Note(Verdict.Level.BAD, text);
    }
}
