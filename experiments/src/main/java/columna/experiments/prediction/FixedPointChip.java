package columna.experiments.prediction;

import columna.experiments.chip.Words;
import columna.fixedpoint.Format;
import columna.fixedpoint.kernel.RowKernels;
import columna.sim.chip.Chip;
import columna.sim.function.Cells;
import columna.sim.function.FunctionalChip;
import columna.sim.function.SignalRecord;
import columna.sim.program.Memory;
import columna.sim.program.StepKind;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The chip's bits under a host that speaks in numbers. */
final class FixedPointChip implements HostedChip {

    private final Chip chip;
    private final FunctionalChip functional;
    private boolean observed;

    FixedPointChip(Chip chip) {
        this(chip, IntStream.range(0, chip.cores().size()).boxed().toList());
    }

    /** Visits cores in the given order, which changes no bit. */
    FixedPointChip(Chip chip, List<Integer> order) {
        this.chip = chip;
        this.functional = new FunctionalChip(chip, RowKernels.fastest(), order);
    }

    /** Whether events are recorded from now on, which changes no bit. */
    void observe(boolean on) {
        observed = on;
    }

    Map<String, SignalRecord> records() {
        return functional.records();
    }

    @Override
    public Chip chip() {
        return chip;
    }

    @Override
    public void load(int core, String memory, double[][] values) {
        Cells cells = functional.cells(core, memory);
        cells.load(Words.rows(values, cells.memory().format()), cells.rows(true));
    }

    @Override
    public double[] read(int core, String memory) {
        Cells cells = functional.cells(core, memory);
        Memory declared = cells.memory();
        Format format = declared.format();
        double[] values = new double[Math.toIntExact(declared.elements()) * declared.parts()];
        int at = 0;
        for (int part = 0; part < declared.parts(); part++) {
            for (int[] row : cells.rows(part == 1)) {
                for (int word : row) {
                    values[at++] = format.toDouble(word);
                }
            }
        }
        return values;
    }

    @Override
    public void send(String channel, double... values) {
        functional.send(channel, Words.row(values, functional.payloadFormat(channel)));
    }

    @Override
    public void step(StepKind kind) {
        if (observed) {
            functional.step(kind, (core, phase, cells) -> {});
        } else {
            functional.step(kind);
        }
    }

    /** Word for word. */
    @Override
    public void takeOver(int core, Memory memory, HostedChip other, int theirs) {
        if (!(other instanceof FixedPointChip words)) {
            load(core, memory.name(), rows(memory, other.read(theirs, memory.name())));
            return;
        }
        Cells from = words.functional.cells(theirs, memory.name());
        functional.cells(core, memory.name()).load(from.rows(false), from.rows(true));
    }

    private static double[][] rows(Memory memory, double[] values) {
        double[][] rows = new double[memory.rows()][memory.columns()];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(values, row * memory.columns(), rows[row], 0, memory.columns());
        }
        return rows;
    }
}
