package columna.reference.task.listops;

import columna.reference.task.LabelledSymbols;
import columna.reference.task.OneHot;
import columna.reference.task.Sequence;
import columna.reference.task.Sets;
import java.util.Arrays;
import java.util.List;

/**
 * Three sets of expressions and their values in compact form, one byte per symbol, without end symbol or padding.
 *
 * @param training the paper has 96,000
 * @param validation the paper has 2,000
 * @param test the paper has 2,000
 */
public record ListOpsExamples(List<LabelledSymbols> training, List<LabelledSymbols> validation, List<LabelledSymbols> test) {

    private static final OneHot ONE_HOT = new OneHot(Alphabet.WIDTH);

    /** The sequences that networks learn from: cut to so many time steps with the end symbol, one-hot, not padded; built when read. */
    public Sets sets(int steps) {
        return new Sets(ONE_HOT.sequences(ended(training, steps)), ONE_HOT.sequences(ended(validation, steps)), ONE_HOT.sequences(ended(test, steps)));
    }

    /** The sequence of one expression with some label: one-hot symbols and the end symbol, at its own length. */
    public static Sequence sequence(Expression expression, int label) {
        return ONE_HOT.sequence(ended(new LabelledSymbols(expression.symbols(), label), expression.length() + 1));
    }

    private static List<LabelledSymbols> ended(List<LabelledSymbols> examples, int steps) {
        return examples.stream().map(example -> ended(example, steps)).toList();
    }

    /** Cut to at most so many time steps, of which the last is the end symbol. */
    static LabelledSymbols ended(LabelledSymbols example, int steps) {
        if (steps < 2) {
            throw new IllegalArgumentException("ListOps: " + steps + " time steps; at least 2 are needed");
        }
        int kept = Math.min(example.symbols().length, steps - 1);
        byte[] symbols = Arrays.copyOf(example.symbols(), kept + 1);
        symbols[kept] = Alphabet.END;
        return new LabelledSymbols(symbols, example.label());
    }
}
