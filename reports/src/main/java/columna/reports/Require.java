package columna.reports;

import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Construction checks; every message names the record's field, what was found and what is allowed. */
final class Require {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,119}");
    /** RFC 3986, relative-path reference: a colon may stand after the first slash only, or it would end a scheme. */
    private static final Pattern RELATIVE_LINK = Pattern.compile("(?:(?:[A-Za-z0-9._~!$&'()*+,;=@-]|%[0-9A-Fa-f]{2})+(?:/(?:[A-Za-z0-9._~!$&'()*+,;=@:-]|%[0-9A-Fa-f]{2})*)*)?"
            + "(?:#(?:[A-Za-z0-9._~!$&'()*+,;=@:/?-]|%[0-9A-Fa-f]{2})*)?");

    private Require() {
    }

    static String text(String field, String value) {
        Objects.requireNonNull(value, field);
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + " is empty; a text is needed.");
        }
        return value;
    }

    static String identifier(String field, String value) {
        Objects.requireNonNull(value, field);
        if (!IDENTIFIER.matcher(value).matches()) {
            throw new IllegalArgumentException(field + " is \"" + value + "\"; it becomes a file name: letters, digits, '.', '_', '-', "
                    + "beginning with a letter or digit, at most 120 characters.");
        }
        return value;
    }

    static void unitOfNumber(String field, Value value, String unit) {
        if (!(value.plain() instanceof Value.Text)) {
            text(field, unit);
        }
    }

    /** A link out of the page or empty: a path relative to the page, so that a report can be moved and read from disk. */
    static String link(String field, String link) {
        Objects.requireNonNull(link, field);
        if (!link.isEmpty() && !RELATIVE_LINK.matcher(link).matches()) {
            throw new IllegalArgumentException(field + " is \"" + link + "\"; a path relative to the page is needed, such as points/3/index.html#energy: "
                    + "no scheme, no leading '/', no backslash, spaces written as %20.");
        }
        return link;
    }

    static void sameSize(String field, int found, int expected) {
        if (found != expected) {
            throw new IllegalArgumentException(field + " has " + found + " values; " + expected + " are needed.");
        }
    }

    static void unique(String field, Collection<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException(field + " \"" + name + "\" is used twice; each must be unique.");
            }
        }
    }
}
