package columna.reference.task.listops;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Random expressions as Long Range Arena draws them (Tay et al. 2021): above the deepest level a node is an operator with probability 1/4,
 * over a uniform number of arguments from 2; otherwise, and always at the deepest level, it is a uniform digit. The operator is uniform too.
 * An expression counts if its length in symbols lies between two bounds, neither of them included.
 *
 * @param deepest the level of the deepest nodes; the root is at level 1
 * @param mostArguments the most arguments of an operator, at least 2
 * @param shorterThanAll accepted expressions are longer than this
 * @param longerThanAll accepted expressions are shorter than this
 */
public record ListOpsTask(int deepest, int mostArguments, int shorterThanAll, int longerThanAll) {

    /** As in the paper: depth 10, up to 10 arguments, 500 &lt; length &lt; 2,000. */
    public static final ListOpsTask PAPER = new ListOpsTask(10, 10, 500, 2000);

    /** Classes: the ten digits. */
    public static final int CLASSES = 10;

    /** The time steps that a sequence is cut or filled up to in the paper, the end symbol included. */
    public static final int PAPER_STEPS = 2048;

    private static final double OPERATOR_PROBABILITY = 0.25;
    private static final Operator[] OPERATORS = Operator.values();

    public ListOpsTask {
        if (deepest < 1 || mostArguments < 2 || shorterThanAll < 0 || longerThanAll < shorterThanAll + 2) {
            throw new IllegalArgumentException("ListOps: deepest level " + deepest + ", up to " + mostArguments + " arguments, lengths between "
                    + shorterThanAll + " and " + longerThanAll + "; allowed are at least 1, at least 2, and bounds with a length between them");
        }
    }

    /** Any expression, of whatever length. */
    public Expression propose(UniformRandomProvider random) {
        return propose(random, 1);
    }

    private Expression propose(UniformRandomProvider random, int level) {
        if (level == deepest || random.nextDouble() > OPERATOR_PROBABILITY) {
            return new Expression.Digit(random.nextInt(10));
        }
        int count = 2 + random.nextInt(mostArguments - 1);
        List<Expression> arguments = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            arguments.add(propose(random, level + 1));
        }
        return new Expression.Application(OPERATORS[random.nextInt(OPERATORS.length)], arguments);
    }

    /** Whether the length of an expression is within the bounds. */
    public boolean accepts(Expression expression) {
        int length = expression.length();
        return shorterThanAll < length && length < longerThanAll;
    }

    /** The next expression whose length is within the bounds. */
    public Expression draw(UniformRandomProvider random) {
        Expression expression = propose(random);
        while (!accepts(expression)) {
            expression = propose(random);
        }
        return expression;
    }
}
