package columna.experiments.exact;

import columna.fixedpoint.Overflow;
import columna.sim.program.Memory;
import columna.sim.program.Operand;
import columna.sim.program.Operand.Part;

/** The numbers of one memory in row-major order. What a saturating format without a sign holds is not negative here either. */
final class ExactMemory {

    final Memory memory;
    final double[] real;
    final double[] imaginary;
    private final boolean clampsAtZero;

    ExactMemory(Memory memory) {
        this.memory = memory;
        int elements = Math.toIntExact(memory.elements());
        real = new double[elements];
        imaginary = new double[memory.complex() ? elements : 0];
        clampsAtZero = !memory.format().signed() && memory.format().overflow() == Overflow.SAT;
    }

    /** The real word that an operand means by its real or imaginary value; conjugation is a sign. */
    double[] words(Operand operand, boolean imaginaryValue) {
        return imaginaryValue || operand.part() == Part.IMAGINARY ? imaginary : real;
    }

    double kept(double value) {
        return clampsAtZero ? Math.max(0, value) : value;
    }
}
