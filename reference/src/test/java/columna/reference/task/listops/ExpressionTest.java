package columna.reference.task.listops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

    /** Worked by hand. Medians of an even count are truncated: of 1 2 4 9 it is 3, of 2 3 it is 2.5, so 2. */
    @ParameterizedTest
    @CsvSource({
        "7, 7, 1, 1",
        "( ( ( [MAX 2 ) 9 ) ] ), 9, 4, 2",
        "( ( ( ( [MIN 4 ) 3 ) 8 ) ] ), 3, 5, 2",
        "( ( ( ( [MED 9 ) 1 ) 4 ) ] ), 4, 5, 2",
        "( ( ( [MED 3 ) 2 ) ] ), 2, 4, 2",
        "( ( ( ( ( [MED 9 ) 1 ) 2 ) 4 ) ] ), 3, 6, 2",
        "( ( ( ( [SM 9 ) 8 ) 7 ) ] ), 4, 5, 2",
        "( ( ( [SM 5 ) ( ( ( [MAX 2 ) ( ( ( [MIN 8 ) 6 ) ] ) ) ] ) ) ] ), 1, 10, 4",
        "( ( ( ( [MED ( ( ( [SM 9 ) 9 ) ] ) ) 0 ) ( ( ( [MIN 1 ) 2 ) ] ) ) ] ), 1, 11, 3"
    })
    void valuesLengthsDepthsAndText(String text, int value, int length, int depth) {
        Expression expression = ExpressionParser.expression(ExpressionParser.symbols(text));
        assertThat(expression.value()).isEqualTo(value);
        assertThat(expression.length()).isEqualTo(length).isEqualTo(expression.symbols().length);
        assertThat(expression.depth()).isEqualTo(depth);
        StringBuilder written = new StringBuilder();
        expression.write(written);
        assertThat(written).hasToString(text);
    }

    /** The numbers of A.3.3's vocabulary: three special symbols, digits from 3, and one-hot inputs of width 20 of which 18 are used. */
    @Test
    void symbols() {
        assertThat(ExpressionParser.symbols("( ( ( [MAX 0 ) 9 ) ] )")).containsExactly(13, 3, 12, 17);
        assertThat(ExpressionParser.symbols("[MIN [MED [SM")).containsExactly(14, 15, 16);
    }

    @ParameterizedTest
    @CsvSource({
        "'', the expression is not closed",
        "( [MAX 2, the expression is not closed",
        "( ( [MAX 2 ) ] ) 3, symbol 3 follows the end of the expression",
        "], symbol 0 is neither a digit nor an operator"
    })
    void refusals(String text, String message) {
        assertThatThrownBy(() -> ExpressionParser.expression(ExpressionParser.symbols(text)))
                .isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void unknownWordsEmptyApplicationsAndBottomlessNestingAreRefused() {
        assertThatThrownBy(() -> ExpressionParser.symbols("( [SUM 1 )")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("word '[SUM'; allowed are");
        assertThatThrownBy(() -> ExpressionParser.expression(ExpressionParser.symbols("[MAX ]"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expression: MAX of 0 arguments; at least 1 is needed");
        assertThatThrownBy(() -> ExpressionParser.expression(ExpressionParser.symbols("[MAX ".repeat(100_000))))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("the expression is nested deeper than 100");
    }
}
