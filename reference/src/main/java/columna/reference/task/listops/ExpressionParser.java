package columna.reference.task.listops;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** Reads expressions from symbols, and symbols from the text of the public files. */
final class ExpressionParser {

    /** Deeper nesting is refused; the public files go down to 10. */
    private static final int DEEPEST = 100;

    private ExpressionParser() {}

    /** The symbols of a text; parentheses carry nothing that the brackets do not and are passed over. */
    static byte[] symbols(String text) {
        StringTokenizer words = new StringTokenizer(text, " ()");
        ByteBuffer symbols = ByteBuffer.allocate(words.countTokens());
        while (words.hasMoreTokens()) {
            symbols.put(Alphabet.of(words.nextToken()));
        }
        return symbols.array();
    }

    /** The one expression that the symbols are. */
    static Expression expression(byte[] symbols) {
        ByteBuffer rest = ByteBuffer.wrap(symbols);
        Expression expression = next(rest, 1);
        require(!rest.hasRemaining(), "symbol " + rest.position() + " follows the end of the expression");
        return expression;
    }

    private static Expression next(ByteBuffer rest, int depth) {
        require(rest.hasRemaining(), "the expression is not closed");
        require(depth <= DEEPEST, "the expression is nested deeper than " + DEEPEST);
        byte symbol = rest.get();
        if (Alphabet.isDigit(symbol)) {
            return new Expression.Digit(Alphabet.digitOf(symbol));
        }
        require(Alphabet.isOperator(symbol), "symbol " + (rest.position() - 1) + " is neither a digit nor an operator");
        return new Expression.Application(Alphabet.operatorOf(symbol), arguments(rest, depth));
    }

    private static List<Expression> arguments(ByteBuffer rest, int depth) {
        List<Expression> arguments = new ArrayList<>();
        while (rest.hasRemaining() && rest.get(rest.position()) != Alphabet.CLOSE) {
            arguments.add(next(rest, depth + 1));
        }
        require(rest.hasRemaining(), "the expression is not closed");
        rest.get();
        return arguments;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
