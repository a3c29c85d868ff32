package columna.reports;

import java.util.Objects;

/** A text shown as it is, in a fixed-width face, folded until the reader opens it: a resolved experiment file, a program. */
public record Listing(String title, String text) implements Block {
    public Listing {
        Require.text("Listing.title", title);
        Objects.requireNonNull(text, "Listing.text");
    }
}
