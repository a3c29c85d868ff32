package columna.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected texts follow from SI prefixes and ISO 80000-1 by hand; ~ stands for a no-break space, _ for a narrow one. */
class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "48210, pJ, 3, 48.2~nJ", "0.0123, s, 3, 12.3~ms", "12300, s, 3, 12_300~s", "999.96, pJ, 4, 1.000~nJ", "999.4, pJ, 3, 999~pJ",
        "1245184, bit, 3, 1.25~Mbit", "0.5, bit, 2, 0.50~bit", "2500000000, cycles, 3, 2.50~G~cycles", "16420, pJ/step, 3, 16.4~nJ/step",
        "0.842, mm\u00b2, 2, 0.84~mm\u00b2", "0, J, 3, 0~J", "-0.0021, J, 2, \u22122.1~mJ", "1000, 1, 3, 1.00~k", "5e8, Hz, 3, 500~MHz",
        "0.25, pJ, 2, 250~fJ", "1234567, mm\u00b2, 3, 1.23\u00d710\u2076~mm\u00b2", "NaN, J, 3, \u2013", "-Infinity, J, 3, \u2212\u221e"})
    void engineeringPicksThePrefixThatSuits(double value, String unit, int digits, String expected) {
        assertThat(Numbers.engineering(value, unit, digits)).isEqualTo(expected.replace('~', '\u00a0').replace('_', '\u202f'));
    }

    @ParameterizedTest
    @CsvSource({"0.000123456, 3, 0.000123", "0.0000123456, 3, 1.23\u00d710\u207b\u2075", "123456, 3, 123_000", "9999999, 3, 1.00\u00d710\u2077", "2.5, 3, 2.50",
        "0.99999, 3, 1.00", "1e300, 2, 1.0\u00d710\u00b3\u2070\u2070"})
    void significantDigits(double value, int digits, String expected) {
        assertThat(Numbers.significant(value, digits)).isEqualTo(expected.replace('_', '\u202f'));
    }

    @ParameterizedTest
    @CsvSource({"0.23, 0.23", "1.4e-5, 1.4\u00d710\u207b\u2075", "300, 300", "0.1, 0.1", "-12345.5, \u221212_345.5", "0, 0", "NaN, \u2013", "Infinity, \u221e"})
    void quotedNumbersGetNoDigitsThatWereNotQuoted(double value, String expected) {
        assertThat(Numbers.shortest(value)).isEqualTo(expected.replace('_', '\u202f'));
        assertThat(Format.SHORTEST.show(Value.of(value), "1")).isEqualTo(expected.replace('_', '\u202f'));
    }

    @Test
    void wholeNumbersKeepEveryDigit() {
        assertThat(Numbers.whole(Long.MIN_VALUE)).isEqualTo("\u22129\u202f223\u202f372\u202f036\u202f854\u202f775\u202f808");
        assertThat(Numbers.whole(1234)).isEqualTo("1234");
    }

    @Test
    void theMachinesLocaleDoesNotMatter() {
        Locale old = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Numbers.decimals(12345.678, 2)).isEqualTo("12\u202f345.68");
            assertThat(Numbers.percent(0.1235, 1)).isEqualTo("12.3\u00a0%");
        } finally {
            Locale.setDefault(old);
        }
    }

    @Test
    void aFactShowsItsUnitOnce() {
        assertThat(Fact.whole("n", 3, "cycles", "x").shown()).isEqualTo("3\u00a0cycles");
        assertThat(Fact.number("n", 3000, "pJ", Format.engineering(2), "x").shown()).isEqualTo("3.0\u00a0nJ");
        assertThat(Fact.number("n", 0.5, "1", Format.decimals(1), "x").shown()).isEqualTo("0.5");
        assertThat(Fact.number("n", 0.5, "mm2", Format.decimals(1), "x").shown()).isEqualTo("0.5\u00a0mm\u00b2");
        assertThat(Fact.number("n", Double.NaN, "dB", Format.decimals(1), "x").shown()).isEqualTo(Numbers.MISSING);
    }
}
