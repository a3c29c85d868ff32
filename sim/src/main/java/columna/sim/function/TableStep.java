package columna.sim.function;

import columna.sim.program.MicroOperation.LookUp;
import columna.sim.program.Operand.Part;

/** A look-up, row by row. Inputs outside the table count as saturations of its output. */
final class TableStep implements Step {

    private final LookUp operation;
    private final Cells source;
    private final Cells destination;
    private final SignalRecord record;

    TableStep(LookUp operation, CoreState core, SignalRecord record) {
        this.operation = operation;
        this.source = core.cells(operation.source().memory());
        this.destination = core.cells(operation.destination().memory());
        this.record = record;
        if (source.memory().rows() != destination.memory().rows()
                || source.memory().columns() != destination.memory().columns()
                || operation.source().complex()
                || operation.destination().complex()) {
            throw new IllegalArgumentException("'" + operation.text() + "' looks up real words of equal shapes only");
        }
    }

    @Override
    public void run() {
        int[][] from = source.rows(operation.source().part() == Part.IMAGINARY);
        int[][] to = destination.rows(operation.destination().part() == Part.IMAGINARY);
        for (int row = 0; row < from.length; row++) {
            operation.table().contents().apply(from[row], to[row], from[row].length);
            for (int column = 0; column < to[row].length && record != SignalRecord.NONE; column++) {
                boolean outside = !operation.table().contents().covers(from[row][column]);
                record.wrote(to[row][column], to[row][column], outside);
            }
        }
        destination.changed();
    }
}
