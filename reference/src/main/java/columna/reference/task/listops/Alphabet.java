package columna.reference.task.listops;

/**
 * The symbols of expressions as the paper's code numbers them (Zucchet et al. 2023): padding, unknown, end, then fifteen symbols of
 * expressions. Their order among each other is ours; under one-hot inputs it changes nothing.
 */
public final class Alphabet {

    /** Fills a sequence up. */
    public static final byte PADDING = 0;

    /** Stands for text that is not of the language; never drawn. */
    public static final byte UNKNOWN = 1;

    /** Ends each sequence. */
    public static final byte END = 2;

    /** Closes an operator. */
    static final byte CLOSE = 17;

    /** The symbols in use. */
    public static final int SIZE = 18;

    /** The input channels of the paper's networks, of which two are never used. */
    public static final int WIDTH = 20;

    private static final int FIRST_DIGIT = 3;
    private static final int FIRST_OPERATOR = 13;
    private static final Operator[] OPERATORS = Operator.values();

    private Alphabet() {}

    static byte digit(int digit) {
        return (byte) (FIRST_DIGIT + digit);
    }

    static byte operator(Operator operator) {
        return (byte) (FIRST_OPERATOR + operator.ordinal());
    }

    static boolean isDigit(byte symbol) {
        return FIRST_DIGIT <= symbol && symbol < FIRST_OPERATOR;
    }

    static boolean isOperator(byte symbol) {
        return FIRST_OPERATOR <= symbol && symbol < CLOSE;
    }

    static int digitOf(byte symbol) {
        return symbol - FIRST_DIGIT;
    }

    static Operator operatorOf(byte symbol) {
        return OPERATORS[symbol - FIRST_OPERATOR];
    }

    /** The symbol of a word of the public files, parentheses excepted. */
    static byte of(String word) {
        if (word.length() == 1 && '0' <= word.charAt(0) && word.charAt(0) <= '9') {
            return digit(word.charAt(0) - '0');
        }
        return switch (word) {
            case "[MAX" -> operator(Operator.MAX);
            case "[MIN" -> operator(Operator.MIN);
            case "[MED" -> operator(Operator.MED);
            case "[SM" -> operator(Operator.SM);
            case "]" -> CLOSE;
            default -> throw new IllegalArgumentException("word '" + word + "'; allowed are 0 to 9, [MAX, [MIN, [MED, [SM, ], ( and )");
        };
    }
}
