package columna.reference.task.listops;

import java.nio.ByteBuffer;
import java.util.List;

/** A nested expression over digits (Nangia and Bowman 2018; Tay et al. 2021, "Long range arena"). Its value is a digit. */
public sealed interface Expression {

    /** The value, 0 to 9. */
    int value();

    /** The number of symbols: a digit counts one, an operator two (itself and its closing bracket) and its arguments. */
    int length();

    /** The nodes on the longest path from here to a digit, both counted. */
    int depth();

    /** The symbols in reading order, such as those of {@code [MAX 2 9 ]}. */
    default byte[] symbols() {
        ByteBuffer symbols = ByteBuffer.allocate(length());
        write(symbols);
        return symbols.array();
    }

    /** Appends the symbols. */
    void write(ByteBuffer symbols);

    /** Appends the text of the public files: each application to one more argument in parentheses, {@code ( ( ( [MAX 2 ) 9 ) ] )}. */
    void write(StringBuilder text);

    /** A leaf. */
    record Digit(int value) implements Expression {

        public Digit {
            if (value < 0 || value > 9) {
                throw new IllegalArgumentException("expression: digit " + value + "; allowed are 0 to 9");
            }
        }

        @Override
        public int length() {
            return 1;
        }

        @Override
        public int depth() {
            return 1;
        }

        @Override
        public void write(ByteBuffer symbols) {
            symbols.put(Alphabet.digit(value));
        }

        @Override
        public void write(StringBuilder text) {
            text.append(value);
        }
    }

    /** An operator over at least one argument. */
    record Application(Operator operator, List<Expression> arguments) implements Expression {

        public Application {
            if (arguments.isEmpty()) {
                throw new IllegalArgumentException("expression: " + operator + " of 0 arguments; at least 1 is needed");
            }
            arguments = List.copyOf(arguments);
        }

        @Override
        public int value() {
            return operator.value(arguments.stream().mapToInt(Expression::value).toArray());
        }

        @Override
        public int length() {
            int length = 2;
            for (Expression argument : arguments) {
                length += argument.length();
            }
            return length;
        }

        @Override
        public int depth() {
            return 1 + arguments.stream().mapToInt(Expression::depth).max().orElseThrow();
        }

        @Override
        public void write(ByteBuffer symbols) {
            symbols.put(Alphabet.operator(operator));
            arguments.forEach(argument -> argument.write(symbols));
            symbols.put(Alphabet.CLOSE);
        }

        @Override
        public void write(StringBuilder text) {
            text.repeat("( ", arguments.size() + 1).append('[').append(operator);
            for (Expression argument : arguments) {
                text.append(' ');
                argument.write(text);
                text.append(" )");
            }
            text.append(" ] )");
        }
    }
}
