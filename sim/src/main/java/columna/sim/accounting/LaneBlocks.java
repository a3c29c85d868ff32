package columna.sim.accounting;

import columna.hardware.block.Adder;
import columna.hardware.block.Comparator;
import columna.hardware.block.Multiplier;
import columna.hardware.block.Register;
import columna.sim.program.Datapath;
import columna.sim.program.RealTerm;
import columna.sim.program.Term;
import java.util.List;
import java.util.stream.Stream;

/**
 * What multiplies, adds and compares in the lanes of a core.
 *
 * @param multipliers multipliers of real words, as many a lane as the widest term needs
 * @param adders adders of products, of the tree and of the accumulators
 * @param accumulators exact, one per lane and part
 * @param comparators nodes of the tree of maximum, one per lane
 */
public record LaneBlocks(
        Units<Multiplier> multipliers, Units<Adder> adders, Units<Register> accumulators, Units<Comparator> comparators) {

    static LaneBlocks of(Operations operations, int lanes) {
        int accumulatorBits = accumulatorBits(operations);
        int parts = Operations.most(operations.sums(), sum -> sum.destination().complex() ? 2 : 1);
        int compared = Operations.most(operations.maxima(), max -> max.source().memory().format().width());
        return new LaneBlocks(
                multipliers(operations, lanes),
                Units.of(accumulatorBits, Adder::new, adders(operations, lanes, parts)),
                Units.of(accumulatorBits, Register::new, lanes * parts),
                Units.of(compared, Comparator::new, lanes));
    }

    /** Bits of the widest exact sum, 0 if there is none. */
    static int accumulatorBits(Operations operations) {
        return Operations.most(operations.sums(), Datapath::accumulatorBits);
    }

    private static Units<Multiplier> multipliers(Operations operations, int lanes) {
        List<RealTerm> products = operations.sums().stream()
                .flatMap(sum -> Stream.of(false, true).flatMap(i -> RealTerm.of(sum, i).stream()))
                .filter(product -> product.right().isPresent())
                .toList();
        int perLane = Operations.most(operations.terms(), LaneBlocks::multipliers);
        return products.isEmpty() ? Units.none() : Units.of(multiplier(products), lanes * perLane);
    }

    /** Products of real words of a term: 1, 2 or 4, and 2 for the real part of a complex product. */
    private static int multipliers(Term term) {
        if (term.right().isEmpty()) {
            return 0;
        }
        boolean left = term.left().complex();
        boolean right = term.right().get().complex();
        int all = (left ? 2 : 1) * (right ? 2 : 1);
        return term.realPart() && all > 1 ? all / 2 : all;
    }

    private static Multiplier multiplier(List<RealTerm> products) {
        int wide = 1;
        int narrow = 1;
        for (RealTerm product : products) {
            int left = product.left().operand().memory().format().width();
            int right = product.right().orElseThrow().operand().memory().format().width();
            wide = Math.max(wide, Math.max(left, right));
            narrow = Math.max(narrow, Math.min(left, right));
        }
        return new Multiplier(wide, narrow);
    }

    /** Accumulators, one adder for each further product of a part, and a tree where any sum runs along the lanes. */
    private static int adders(Operations operations, int lanes, int parts) {
        int combining = Operations.most(operations.terms(), LaneBlocks::combining);
        boolean tree = operations.sums().stream().anyMatch(sum -> LaneOrder.of(sum) == LaneOrder.REDUCE);
        return parts * (lanes + (tree ? lanes - 1 : 0)) + lanes * combining;
    }

    private static int combining(Term term) {
        return Math.max(0, multipliers(term) - (term.complex() ? 2 : 1));
    }
}
