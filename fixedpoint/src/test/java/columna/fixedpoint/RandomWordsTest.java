package columna.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RandomWordsTest {

    private record Key(Lfsr lfsr, int drawBits) {
    }

    private static final Map<Key, RandomWords> CACHE = new ConcurrentHashMap<>();

    static RandomWords cached(Lfsr lfsr, int drawBits) {
        return CACHE.computeIfAbsent(new Key(lfsr, drawBits), key -> RandomWords.of(key.lfsr(), key.drawBits()));
    }

    @ParameterizedTest
    @CsvSource({"LFSR8,7,5B", "LFSR8,8,1", "LFSR16,1,1", "LFSR16,11,ACE1", "LFSR16,16,EBD4", "LFSR24,11,39029E",
        "LFSR24,23,1", "LFSR31,12,0B9BD2DD", "LFSR31,30,1", "LFSR32,8,DEADBEEF", "LFSR32,32,80000001",
        "LFSR64,16,123456789ABCDEF", "LFSR64,32,FFFFFFFFFFFFFFFF", "LFSR64,1,8000000000000000"})
    void equalsARunningRegister(String name, int drawBits, String seedHex) {
        Lfsr lfsr = Lfsr.named(name, Long.parseUnsignedLong(seedHex, 16));
        RandomWords words = RandomWords.of(lfsr, drawBits);
        Lfsr.Register register = lfsr.register();
        int[] running = IntStream.range(0, 70_000).map(k -> (int) register.draw(drawBits)).toArray();
        for (int stride : new int[] {0, 1, 2, 3, 7, 128, 257, 1000}) {
            for (int first : new int[] {0, 1, 2, 63, 254, 255, 256, 4097, 32_769}) {
                int n = Math.min(300, (running.length - 1 - first) / Math.max(1, stride));
                int[] out = new int[n + 1];
                out[n] = 12345;
                words.fill(first, stride, out, n);
                int[] expected = IntStream.range(0, n + 1).map(i -> i == n ? 12345 : running[first + i * stride]).toArray();
                assertThat(out).as("%s r=%d first=%d stride=%d", name, drawBits, first, stride).isEqualTo(expected);
            }
        }
    }

    @Test
    void aRowLongerThanThePeriodGoesAround() {
        Lfsr lfsr = Lfsr.named("LFSR8", 0x2A);
        Lfsr.Register register = lfsr.register();
        int[] expected = IntStream.range(0, 1000).map(k -> (int) register.draw(8)).toArray();
        int[] out = new int[1000];
        RandomWords.of(lfsr, 8).fill(0, 1, out, 1000);
        assertThat(out).isEqualTo(expected);
    }

    /** Uses far away: word number k of a register of period P equals word number k modulo P. */
    @ParameterizedTest
    @ValueSource(strings = {"LFSR8", "LFSR16", "LFSR24", "LFSR31", "LFSR32"})
    void jumpsFar(String name) {
        RandomWords words = RandomWords.of(Lfsr.named(name, 77), 8);
        long period = words.lfsr().period();
        int[] near = new int[50];
        int[] far = new int[50];
        words.fill(11, 3, near, 50);
        words.fill(11 + period * ((Long.MAX_VALUE - 1000) / period), 3, far, 50);
        assertThat(far).isEqualTo(near);
    }

    @Test
    void everyDrawOfSixteenBitRegisterThatIsAllowedVisitsEveryStateOnce() {
        Lfsr lfsr = Lfsr.named("LFSR16", 1);
        int[] out = new int[65_535];
        RandomWords.of(lfsr, 16).fill(0, 1, out, out.length);
        int[] counts = new int[65_536];
        IntStream.of(out).forEach(word -> counts[word]++);
        // 65,535 draws of 16 linearly independent bits: every state but zero, hence every word but one.
        assertThat(IntStream.of(counts).filter(count -> count == 1).count()).isEqualTo(65_535);
    }

    @ParameterizedTest
    @CsvSource({"LFSR8,3,3", "LFSR8,5,5", "LFSR16,15,15", "LFSR16,6,3", "LFSR32,17,17", "LFSR64,3,3", "LFSR24,7,7"})
    void refusesDrawsThatShareAFactorWithThePeriod(String name, int drawBits, String factor) {
        assertThatThrownBy(() -> RandomWords.of(Lfsr.named(name, 1), drawBits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shares the factor " + factor + " with its period");
    }

    @Test
    void refusesShortCyclesAndOddArguments() {
        Lfsr reversible = new Lfsr(16, 0x8000L, 1);
        assertThatThrownBy(() -> RandomWords.of(reversible, 8)).hasMessageContaining("does not visit every state");
        assertThatThrownBy(() -> RandomWords.of(Lfsr.named("LFSR64", 1), 33)).hasMessageContaining("allowed: 1 to 32");
        assertThatThrownBy(() -> RandomWords.of(Lfsr.named("LFSR64", 1), 0)).hasMessageContaining("allowed: 1 to 32");
        RandomWords words = RandomWords.of(Lfsr.named("LFSR31", 1), 8);
        assertThatThrownBy(() -> words.fill(-1, 1, new int[1], 1)).hasMessageContaining("not negative");
        assertThatThrownBy(() -> new Lfsr(8, 0xB8, 0)).hasMessageContaining("allowed: 1 to FF");
        assertThatThrownBy(() -> new Lfsr(8, 0xB8, 256)).hasMessageContaining("allowed: 1 to FF");
        assertThatThrownBy(() -> new Lfsr(8, 0x38, 1)).hasMessageContaining("highest set bit is bit 7");
        assertThatThrownBy(() -> Lfsr.named("LFSR9", 1)).hasMessageContaining("allowed: LFSR8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LFSR8", "LFSR16", "LFSR24", "LFSR31", "LFSR32", "LFSR64"})
    void theNamedRegistersAreMaximal(String name) {
        assertThat(Lfsr.named(name, 1).isMaximal()).isTrue();
    }

    /** All 128 masks of width 8 against walking the cycle. */
    @Test
    void maximalityEqualsWalkingTheCycle() {
        int maximal = 0;
        for (long mask = 0x80; mask < 0x100; mask++) {
            Lfsr lfsr = new Lfsr(8, mask, 1);
            int length = 1;
            for (long state = lfsr.next(1); state != 1; state = lfsr.next(state)) {
                length++;
            }
            assertThat(lfsr.isMaximal()).as("mask %x", mask).isEqualTo(length == 255);
            maximal += length == 255 ? 1 : 0;
        }
        // phi(255) / 8 primitive polynomials of degree 8.
        assertThat(maximal).isEqualTo(16);
    }

    /** {@code x^62 + x^61 + x^6 + x^5 + 1} is primitive (Xilinx XAPP052): the slowest period to factorise is quick enough. */
    @Test
    void aWideRegisterOfAnotherWidth() {
        Lfsr lfsr = new Lfsr(62, 1L << 61 | 1L << 60 | 1L << 5 | 1L << 4, 1);
        assertThat(lfsr.isMaximal()).isTrue();
        assertThat(BigInteger.valueOf(lfsr.period())).isEqualTo(BigInteger.TWO.pow(62).subtract(BigInteger.ONE));
    }
}
