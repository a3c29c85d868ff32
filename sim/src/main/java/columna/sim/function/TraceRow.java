package columna.sim.function;

import columna.fixedpoint.kernel.ConstantRounding;
import columna.fixedpoint.kernel.Narrowing;
import columna.fixedpoint.kernel.RowKernels;
import java.util.Optional;

/**
 * A row of complex words that is multiplied by one complex number, plus a real row times a real number:
 * {@code e := (a + ib)*e + c*x}, the shape of an eligibility trace, by one kernel call.
 */
final class TraceRow implements RowWriter {

    private final RowKernels kernels;
    private final ConstantRounding rounding;
    private final int[][] real;
    private final int[][] imaginary;
    private final int columns;
    private final ScaledPass realOfReal;
    private final ScaledPass imaginaryOfReal;
    private final ScaledPass input;
    private final ScaledPass imaginaryOfImaginary;
    private final ScaledPass realOfImaginary;
    private final RowWriter otherwise;

    private TraceRow(RowKernels kernels, Narrowing narrowing, Written written, ScaledPass[] passes, RowWriter otherwise) {
        this.kernels = kernels;
        this.rounding = ConstantRounding.of(narrowing);
        this.real = written.cells().rows(false);
        this.imaginary = written.cells().rows(true);
        this.columns = written.cells().memory().columns();
        this.realOfReal = passes[0];
        this.imaginaryOfReal = passes[1];
        this.input = passes[2];
        this.imaginaryOfImaginary = passes[3];
        this.realOfImaginary = passes[4];
        this.otherwise = otherwise;
    }

    /**
     * The writer, or empty where the products have another shape.
     *
     * @param otherwise for rows whose numbers are not those of a complex product
     */
    static Optional<TraceRow> of(
            RowKernels kernels, Narrowing narrowing, Pass[][] passes, Written written, RowWriter otherwise) {
        boolean complex = passes.length == 2 && passes[0].length == 3 && passes[1].length == 2;
        if (!complex || !narrowing.hasFusedKernels()) {
            return Optional.empty();
        }
        ScaledPass[] found = new ScaledPass[5];
        for (Pass pass : passes[0]) {
            place(found, pass, reads(pass, written, false) ? 0 : reads(pass, written, true) ? 1 : 2);
        }
        for (Pass pass : passes[1]) {
            place(found, pass, reads(pass, written, true) ? 3 : reads(pass, written, false) ? 4 : 2);
        }
        for (ScaledPass pass : found) {
            if (pass == null) {
                return Optional.empty();
            }
        }
        return Optional.of(new TraceRow(kernels, narrowing, written, found, otherwise));
    }

    private static void place(ScaledPass[] found, Pass pass, int at) {
        if (pass instanceof ScaledPass scaled) {
            found[at] = scaled;
        }
    }

    private static boolean reads(Pass pass, Written written, boolean imaginaryPart) {
        return pass instanceof ScaledPass scaled && scaled.reads(written.cells(), imaginaryPart);
    }

    @Override
    public void write(int row, long firstUse) {
        int re = realOfReal.coefficient(row);
        int im = realOfImaginary.coefficient(row);
        if (imaginaryOfImaginary.coefficient(row) == re && imaginaryOfReal.coefficient(row) == -im) {
            kernels.traceUpdate(
                    re, im, input.coefficient(row), real[row], imaginary[row], input.words(row), rounding, columns);
        } else {
            otherwise.write(row, firstUse);
        }
    }
}
