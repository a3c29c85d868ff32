package columna.sim.timing;

import columna.sim.accounting.BankShape;
import columna.sim.program.Axis;
import columna.sim.program.Operand;
import java.util.List;

/** The address generator of an operand: the number of its element as a sum of loop indices times strides. */
final class Address {

    private final BankShape shape;
    private final int[] strides;
    private final int laneStride;

    /**
     * @param loops indices of the nested loops, outermost first
     * @param lane the index that the lanes run along, one of the loops
     */
    Address(Operand operand, List<Axis> loops, Axis lane, int lanes) {
        this.shape = BankShape.of(operand.memory(), lanes);
        this.strides = loops.stream().mapToInt(operand::stride).toArray();
        this.laneStride = operand.stride(lane);
    }

    int element(int[] values) {
        int element = 0;
        for (int i = 0; i < strides.length; i++) {
            element += strides[i] * values[i];
        }
        return element;
    }

    int word(int[] values) {
        return shape.word(element(values));
    }

    /** How many lanes can be fed from the word of this element: all if it is the same element for all. */
    int run(int[] values) {
        return switch (laneStride) {
            case 0 -> Integer.MAX_VALUE;
            case 1 -> shape.remaining(element(values));
            default -> 1;
        };
    }
}
