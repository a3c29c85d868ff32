package columna.sim.function;

import columna.sim.program.Axis;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.RealTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recognises, for each product of a sum of products, the array kernel that computes it for a whole destination row. What it
 * does not recognise is left to {@link ExactSum}, which computes anything element by element.
 */
final class PassCompiler {

    private final SumOfProducts operation;
    private final CoreState core;
    private final int fractionBits;
    private final Optional<Axis> rowAxis;
    private final Optional<Axis> columnAxis;

    PassCompiler(SumOfProducts operation, CoreState core, int fractionBits) {
        this.operation = operation;
        this.core = core;
        this.fractionBits = fractionBits;
        List<Axis> indices = operation.destination().indices();
        this.rowAxis = indices.size() == 2 ? Optional.of(indices.getFirst()) : Optional.empty();
        this.columnAxis = indices.isEmpty() ? Optional.empty() : Optional.of(indices.getLast());
    }

    /** The passes for a list of products, or empty where one of them has no kernel. */
    Optional<List<Pass>> compile(List<RealTerm> products) {
        List<Pass> passes = new ArrayList<>();
        for (RealTerm product : products) {
            Optional<Pass> pass = compile(product);
            if (pass.isEmpty()) {
                return Optional.empty();
            }
            passes.add(pass.get());
        }
        return Optional.of(passes);
    }

    private int columns() {
        return operation.destination().memory().columns();
    }

    private Optional<Pass> compile(RealTerm product) {
        if (product.left().operand().isDiagonal() || product.right().map(word -> word.operand().isDiagonal()).orElse(false)) {
            return Optional.empty();
        }
        List<Source> factors = new ArrayList<>();
        factors.add(Source.of(product.left(), core));
        product.right().ifPresent(right -> factors.add(Source.of(right, core)));
        boolean negatesWidestWord = product.sign() < 0 && factors.stream()
                .anyMatch(f -> f.cells().memory().format().width() == 32);
        if (!operation.destination().shapedAsDeclared() || (negatesWidestWord && factors.stream().anyMatch(this::contracts))) {
            return Optional.empty();
        }
        int shift = fractionBits - product.fractionBits();
        return factors.stream().anyMatch(this::contracts)
                ? contraction(product.sign(), shift, factors)
                : elementwise(product.sign(), shift, factors);
    }

    private boolean contracts(Source factor) {
        return !operation.destination().indices().containsAll(factor.indices());
    }

    private Optional<Pass> elementwise(int sign, int shift, List<Source> factors) {
        List<Source> scalars = new ArrayList<>();
        List<Source> perRow = new ArrayList<>();
        List<Source> rows = new ArrayList<>();
        for (Source factor : factors) {
            if (factor.indices().isEmpty()) {
                scalars.add(factor);
            } else if (rowAxis.isPresent() && factor.indices().equals(List.of(rowAxis.get()))) {
                perRow.add(factor);
            } else if (isVector(factor) || factor.indices().equals(operation.destination().indices())) {
                rows.add(factor);
            } else {
                return Optional.empty();
            }
        }
        Coefficient coefficient = new Coefficient(sign, shift, scalars, perRow, operation.destination().memory().rows());
        return Optional.of(
                switch (rows.size()) {
                    case 0 -> ScaledPass.ofOnes(coefficient, columns());
                    case 1 -> new ScaledPass(coefficient, rows.getFirst(), isVector(rows.getFirst()), columns());
                    default -> new ProductPass(
                            sign, shift, rows.get(0), isVector(rows.get(0)), rows.get(1), isVector(rows.get(1)), columns());
                });
    }

    private boolean isVector(Source factor) {
        return columnAxis.isPresent() && factor.indices().equals(List.of(columnAxis.get()));
    }

    private Optional<Pass> contraction(int sign, int shift, List<Source> factors) {
        if (rowAxis.isPresent()) {
            return Optional.empty();
        }
        for (int m = 0; m < factors.size(); m++) {
            Source matrix = factors.get(m);
            Optional<Source> other = factors.size() == 1 ? Optional.empty() : Optional.of(factors.get(1 - m));
            Optional<Axis> summed = summedAxis(matrix);
            if (matrix.viewed() || summed.isEmpty() || other.filter(o -> !isOtherFactor(o, summed.get())).isPresent()) {
                continue;
            }
            boolean transposed = matrix.indices().size() == 2 && matrix.indices().getFirst().equals(summed.get());
            Optional<Source> vector = other.filter(o -> !o.indices().isEmpty());
            Optional<Source> scalar = other.filter(o -> o.indices().isEmpty());
            Contracted contracted = new Contracted(sign, shift, vector, scalar, summed.get().size());
            return Optional.of(new MatrixPass(matrix, transposed, contracted, columns()));
        }
        return Optional.empty();
    }

    /** The one index that the matrix has beside the destination's, if it has the shape of a kernel's matrix. */
    private Optional<Axis> summedAxis(Source matrix) {
        List<Axis> rest = new ArrayList<>(matrix.indices());
        operation.destination().indices().forEach(rest::remove);
        boolean shaped = rest.size() == 1 && matrix.indices().size() == operation.destination().indices().size() + 1;
        return shaped ? Optional.of(rest.getFirst()) : Optional.empty();
    }

    private static boolean isOtherFactor(Source other, Axis summed) {
        return other.indices().isEmpty() || other.indices().equals(List.of(summed));
    }
}
