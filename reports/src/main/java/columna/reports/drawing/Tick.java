package columna.reports.drawing;

/** A mark on an axis at a coordinate of its {@link ValueScale}; a minor tick has an empty label and no grid line. */
record Tick(double coordinate, String label) {
    boolean isMajor() {
        return !label.isEmpty();
    }
}
