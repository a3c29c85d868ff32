package columna.reports;

import java.util.List;
import java.util.Objects;

/**
 * Several upright axes side by side, and for every item a line that crosses each axis at the item's value there. Emphasised items (those on
 * a front) stand out in a colour of their own, named by {@code emphasis} in the legend; the others recede.
 */
public record ParallelCoordinates(String id, String title, String explanation, String emphasis, List<Dimension> dimensions, List<Item> items)
        implements Chart {

    /** One upright axis. */
    public sealed interface Dimension {
        String label();
    }

    /** Numbers, from below to above. */
    public record Numeric(Axis axis) implements Dimension {
        public Numeric {
            Objects.requireNonNull(axis, "ParallelCoordinates.Numeric.axis");
        }

        @Override
        public String label() {
            return axis.label();
        }
    }

    /** Words in the order given, from below to above. */
    public record Categories(String label, List<String> names) implements Dimension {
        public Categories {
            Require.text("ParallelCoordinates.Categories.label", label);
            names = List.copyOf(names);
            Require.unique("Category of axis \"" + label + "\":", names);
        }
    }

    /**
     * One line: a value per axis, a number on a numeric axis (missing: the line is interrupted), one of the names on an axis of
     * categories. The label may have several lines; the link is a path relative to the page, or empty.
     */
    public record Item(String label, String link, boolean emphasised, List<Value> values) {
        public Item {
            Require.text("ParallelCoordinates.Item.label", label);
            Require.link("ParallelCoordinates.Item.link of \"" + label + "\"", link);
            values = List.copyOf(values);
        }
    }

    public ParallelCoordinates {
        Require.identifier("ParallelCoordinates.id", id);
        Require.text("ParallelCoordinates.title", title);
        Objects.requireNonNull(explanation, "ParallelCoordinates.explanation");
        Require.text("ParallelCoordinates.emphasis", emphasis);
        dimensions = List.copyOf(dimensions);
        items = List.copyOf(items);
        if (dimensions.size() < 2) {
            throw new IllegalArgumentException("Chart \"" + id + "\" has " + dimensions.size() + " axes; at least 2 are needed.");
        }
        Require.unique("Axis of chart \"" + id + "\":", dimensions.stream().map(Dimension::label).toList());
        for (Item item : items) {
            Require.sameSize("Item \"" + item.label() + "\" of chart \"" + id + "\"", item.values().size(), dimensions.size());
            for (int d = 0; d < dimensions.size(); d++) {
                check(item, dimensions.get(d), item.values().get(d));
            }
        }
    }

    private static void check(Item item, Dimension dimension, Value value) {
        String found = value instanceof Value.Text text ? text.text() : String.valueOf(value.number());
        String needed = switch (dimension) {
            case Numeric numeric -> value instanceof Value.Real || value instanceof Value.Whole ? "" : "a number";
            case Categories categories -> value instanceof Value.Text && categories.names().contains(found) ? "" : "one of " + categories.names();
        };
        if (!needed.isEmpty()) {
            throw new IllegalArgumentException("Item \"" + item.label() + "\" on axis \"" + dimension.label() + "\" is \"" + found + "\"; " + needed + " is needed.");
        }
    }
}
