package columna.hardware.technology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.hardware.block.Action;
import columna.hardware.block.Adder;
import columna.hardware.block.Block;
import columna.hardware.block.Multiplier;
import columna.hardware.block.Ports;
import columna.hardware.block.RegisterFile;
import columna.hardware.block.Sram;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that hold for every shipped technology and every block. */
final class EveryPriceTest {
    static List<String> names() {
        return Technology.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyActionOfEveryBlockHasAPositivePriceWithBoundsEvidenceAndSource(String name) {
        var technology = Technology.named(name);
        int priced = 0;
        for (Block block : Blocks.all()) {
            for (Action action : block.actions()) {
                var price = technology.price(block, action);
                ordered(price.low().value(), price.nominal().value(), price.high().value(), price.source(), block + " " + action);
                assertThat(price.evidence()).as("%s %s", block, action).isNotEqualTo(Evidence.MEASURED);
                priced++;
            }
            var area = technology.area(block);
            ordered(area.low().value(), area.nominal().value(), area.high().value(), area.source(), block + " area");
            var leakage = technology.leakage(block);
            ordered(leakage.low().value(), leakage.nominal().value(), leakage.high().value(), leakage.source(), block + " leakage");
            technology.latency(block).ifPresent(latency -> ordered(latency.low().value(), latency.nominal().value(),
                    latency.high().value(), latency.source(), block + " latency"));
        }
        assertThat(priced).isGreaterThan(400);
    }

    private static void ordered(double low, double nominal, double high, String source, String what) {
        assertThat(low).as("%s low", what).isPositive().isLessThanOrEqualTo(nominal);
        assertThat(high).as("%s high", what).isGreaterThanOrEqualTo(nominal).isFinite();
        assertThat(source).as("%s source", what).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("names")
    void anActionThatABlockCannotDoIsAnErrorAndNeverZero(String name) {
        var technology = Technology.named(name);
        int refused = 0;
        for (Block block : Blocks.all()) {
            for (Action action : Action.values()) {
                if (!block.supports(action)) {
                    assertThatThrownBy(() -> technology.price(block, action)).isInstanceOf(NoPriceException.class)
                            .hasMessageStartingWith(name + ": " + block + " has no price for " + action.label() + ", its actions are ");
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(4000);
    }

    @ParameterizedTest
    @MethodSource("names")
    void costsNeverFallAsABlockGrows(String name) {
        var technology = Technology.named(name);
        for (var family : Blocks.families()) {
            for (int fixed : List.of(4, 8, 30, 64)) {
                neverFalls(technology, Blocks.WIDTHS.stream().map(bits -> family.apply(bits, fixed)).toList());
                neverFalls(technology, Blocks.WIDTHS.stream().map(words -> family.apply(fixed, words)).toList());
            }
        }
    }

    private static void neverFalls(Technology technology, List<Block> blocks) {
        for (int i = 1; i < blocks.size(); i++) {
            var smaller = blocks.get(i - 1);
            var larger = blocks.get(i);
            Blocks.actions(larger).forEach(action -> {
                notBelow(block -> technology.price(block, action).nominal().value(), smaller, larger, action.label());
                if (insideTheData(technology.price(smaller, action)) && insideTheData(technology.price(larger, action))) {
                    notBelow(block -> technology.price(block, action).low().value(), smaller, larger, action.label() + " low");
                    notBelow(block -> technology.price(block, action).high().value(), smaller, larger, action.label() + " high");
                }
            });
            notBelow(block -> technology.area(block).nominal().value(), smaller, larger, "area");
            notBelow(block -> technology.leakage(block).nominal().value(), smaller, larger, "leakage");
        }
    }

    /** Bounds widen with the distance from the data, so outside they need not follow the nominal price. */
    private static boolean insideTheData(Price price) {
        return !price.source().contains("extrapolated");
    }

    private static void notBelow(ToDoubleFunction<Block> cost, Block smaller, Block larger, String what) {
        double rounding = 1e-12; // logarithm and exponential of equal values may differ in the last bits
        assertThat(cost.applyAsDouble(larger)).as("%s of %s against %s", what, larger, smaller)
                .isGreaterThanOrEqualTo(cost.applyAsDouble(smaller) * (1 - rounding));
    }

    @Test
    void outsideTheDataIsAssumedWithWiderBounds() {
        var technology = Technology.named("cmos-45nm");
        var inside = technology.price(new Adder(32), Action.ADD);
        var outside = technology.price(new Adder(64), Action.ADD);
        assertThat(inside.evidence()).isEqualTo(Evidence.SCALED);
        assertThat(outside.evidence()).isEqualTo(Evidence.ASSUMED);
        assertThat(outside.source()).contains("extrapolated");
        // 64 bits are twice the 32 of the fit: both bounds move by a factor 2.
        assertThat(outside.high().value() / outside.nominal().value())
                .isCloseTo(2 * inside.high().value() / inside.nominal().value(), within());
        assertThat(outside.nominal().value() / outside.low().value())
                .isCloseTo(2 * inside.nominal().value() / inside.low().value(), within());
    }

    @Test
    void absurdSizesHaveNoPrice() {
        var technology = Technology.named("cmos-28nm");
        assertThatThrownBy(() -> technology.price(new Adder(513), Action.ADD)).isInstanceOf(NoPriceException.class).hasMessage(
                "cmos-28nm: adder 513 bit has no price: width 513 is more than 16 times outside the 4 to 32 of its data.");
        assertThatThrownBy(() -> technology.area(new Sram(1L << 30, 64, Ports.ONE_READ_WRITE))).isInstanceOf(NoPriceException.class)
                .hasMessage("cmos-28nm: SRAM 1073741824 x 64 bit 1RW has no price: capacity in bytes 8589934592 is more than "
                        + "16 times outside the 64 to 4194304 of its data.");
        assertThatThrownBy(() -> technology.leakage(new RegisterFile(5000, 8, Ports.ONE_READ_WRITE))).isInstanceOf(NoPriceException.class)
                .hasMessageContaining("number of words 5000");
        assertThatThrownBy(() -> technology.latency(new Multiplier(8, 1000))).isInstanceOf(NoPriceException.class)
                .hasMessageContaining("right width 1000");
    }

    private static org.assertj.core.data.Percentage within() {
        return org.assertj.core.data.Percentage.withPercentage(1e-9);
    }
}
