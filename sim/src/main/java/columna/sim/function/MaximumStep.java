package columna.sim.function;

import columna.sim.program.MicroOperation.Maximum;

/** The maximum over the last index; source and destination have one format, so it is exact. */
final class MaximumStep implements Step {

    private final Cells source;
    private final Cells destination;
    private final int group;
    private final SignalRecord record;

    MaximumStep(Maximum operation, CoreState core, SignalRecord record) {
        this.source = core.cells(operation.source().memory());
        this.destination = core.cells(operation.destination().memory());
        this.record = record;
        int shared = operation.destination().indices().size();
        if (!operation.source().indices().subList(0, shared).equals(operation.destination().indices())
                || source.memory().complex()) {
            throw new IllegalArgumentException("'" + operation.text() + "' can only reduce the last indices of real words");
        }
        this.group = Math.toIntExact(source.memory().elements() / destination.memory().elements());
    }

    @Override
    public void run() {
        int sourceColumns = source.memory().columns();
        int columns = destination.memory().columns();
        for (int element = 0; element < destination.memory().elements(); element++) {
            int largest = Integer.MIN_VALUE;
            for (int k = element * group; k < (element + 1) * group; k++) {
                largest = Math.max(largest, source.rows(false)[k / sourceColumns][k % sourceColumns]);
            }
            destination.rows(false)[element / columns][element % columns] = largest;
            if (record != SignalRecord.NONE) {
                record.wrote(largest, largest, false);
            }
        }
        destination.changed();
    }
}
