package columna.reports;

/** One piece of a section, rendered in the order in which it is given. */
public sealed interface Block permits Facts, Table, Chart, Note, Listing {
}
