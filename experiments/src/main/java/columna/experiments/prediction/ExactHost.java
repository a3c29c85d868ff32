package columna.experiments.prediction;

import columna.experiments.exact.ExactChip;
import columna.fixedpoint.table.LookupTable;
import columna.sim.chip.Chip;
import columna.sim.program.Memory;
import columna.sim.program.StepKind;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** The chip's programs in exact arithmetic under the same host. */
final class ExactHost implements HostedChip {

    private final Chip chip;
    private final ExactChip exact;

    ExactHost(Chip chip, Function<LookupTable, DoubleUnaryOperator> functions) {
        this.chip = chip;
        this.exact = new ExactChip(chip, functions);
    }

    @Override
    public Chip chip() {
        return chip;
    }

    @Override
    public void load(int core, String memory, double[][] values) {
        double[] numbers = exact.numbers(core, memory, false);
        int columns = values[0].length;
        for (int row = 0; row < values.length; row++) {
            System.arraycopy(values[row], 0, numbers, row * columns, columns);
        }
    }

    @Override
    public double[] read(int core, String memory) {
        double[] real = exact.numbers(core, memory, false);
        double[] imaginary = exact.numbers(core, memory, true);
        double[] values = new double[real.length + imaginary.length];
        System.arraycopy(real, 0, values, 0, real.length);
        System.arraycopy(imaginary, 0, values, real.length, imaginary.length);
        return values;
    }

    @Override
    public void send(String channel, double... values) {
        exact.send(channel, values);
    }

    @Override
    public void step(StepKind kind) {
        exact.step(kind, (core, phase, memory) -> {});
    }

    @Override
    public void takeOver(int core, Memory memory, HostedChip other, int theirs) {
        double[] values = other.read(theirs, memory.name());
        double[] real = exact.numbers(core, memory.name(), false);
        System.arraycopy(values, 0, real, 0, real.length);
        double[] imaginary = exact.numbers(core, memory.name(), true);
        System.arraycopy(values, real.length, imaginary, 0, imaginary.length);
    }
}
