package columna.sim.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import columna.hardware.block.Block;
import columna.hardware.block.Multiplier;
import columna.hardware.block.Ports;
import columna.hardware.block.RegisterFile;
import columna.hardware.block.RoundingUnit;
import columna.hardware.block.Sequencer;
import columna.sim.SmallChips;
import columna.sim.chip.Chip;
import columna.sim.cores.LearningRule;
import columna.sim.cores.NetworkShape;
import columna.sim.cores.Optimiser;
import columna.sim.program.Purpose;
import columna.sim.program.StepKind;
import columna.sim.timing.TimingEngine;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Bits of small chips by hand. Formats of {@link SmallChips}: 16 bits, but gradients and momenta 28, second moments 32;
 * a complex element is two words.
 */
class InventoryTest {

    private static final int I = 4;
    private static final int H = 7;
    private static final int N = 5;
    private static final int L = 2;
    private static final int O = 3;
    private static final int C = 2;

    private static Chip odd(LearningRule rule, Optimiser optimiser, boolean within) {
        return SmallChips.odd(rule, optimiser, within, 4, Ports.ONE_READ_ONE_WRITE);
    }

    /** Real words of a layer's parameters: B, C complex; lambda complex, gamma, and the logarithms of nu, theta, gamma. */
    private static final int LRU_PARAMETERS = 2 * 2 * N * H + 2 * N + N + 3 * N;
    /** Scale, bias, D, both GLU matrices with their biases, and the two constants of the norm. */
    private static final int MIXING_PARAMETERS = 3 * H + 2 * (H * H + H) + 2;
    private static final int ENCODER_PARAMETERS = H * I + H;
    private static final int DECODER_PARAMETERS = O * C * H + O * C;

    @Test
    void bitsByPurposeEqualSumsByHand() {
        Map<Purpose, Long> bits = Inventory.of(odd(LearningRule.ONLINE, new Optimiser.GradientDescent(), false))
                .bitsByPurpose();
        int parameters = ENCODER_PARAMETERS + DECODER_PARAMETERS + L * (LRU_PARAMETERS + MIXING_PARAMETERS);
        assertThat(bits.get(Purpose.PARAMETER)).isEqualTo(16L * parameters);
        assertThat(bits.get(Purpose.HIDDEN_STATE)).isEqualTo(16L * L * 2 * N);
        assertThat(bits.get(Purpose.TRACE)).isEqualTo(16L * L * (2 * N + 2 * N * H));
        int lruGradients = 2 * N + 3 * N + 2 * 2 * N * H;
        int mixingGradients = 3 * H + 2 * (H * H + H);
        assertThat(bits.get(Purpose.GRADIENT))
                .isEqualTo(28L * L * (lruGradients + mixingGradients) + 28L * (ENCODER_PARAMETERS + DECODER_PARAMETERS));
    }

    @Test
    void rulesDifferInTheirTraces() {
        assertThat(traces(LearningRule.ONLINE, true)).isEqualTo(16L * L * (2 * N + 2 * N * H + 2 * N));
        assertThat(traces(LearningRule.TRUNCATED, true)).isEqualTo(16L * L * 2 * N);
        assertThat(traces(LearningRule.SPATIAL, true)).isZero();
    }

    private static long traces(LearningRule rule, boolean within) {
        return Inventory.of(odd(rule, new Optimiser.GradientDescent(), within))
                .bitsByPurpose().getOrDefault(Purpose.TRACE, 0L);
    }

    @Test
    void totalsAreTheirParts() {
        Chip chip = odd(LearningRule.ONLINE, new Optimiser.Adam(3, 10), true);
        Inventory inventory = Inventory.of(chip);
        long memories = chip.cores().stream()
                .flatMap(core -> core.program().memories().stream())
                .mapToLong(memory -> (long) memory.rows() * memory.columns() * (memory.complex() ? 2 : 1)
                        * memory.format().width())
                .sum();
        assertThat(inventory.learningBits() + inventory.inferenceBits()).isEqualTo(memories);
        assertThat(inventory.bitsByPlace()).containsOnlyKeys("encoder", "layer[0]", "layer[1]", "decoder");
        assertThat(inventory.bitsByPlace().values().stream().flatMap(m -> m.values().stream()).mapToLong(b -> b).sum())
                .isEqualTo(memories);
        assertThat(inventory.items()).allMatch(item -> item.count() > 0 && item.capacityBits() >= item.bits());
    }

    @Test
    void blocksOfTheRecurrentCore() {
        int lanes = 4;
        Chip chip = odd(LearningRule.ONLINE, new Optimiser.GradientDescent(), false);
        CoreBlocks blocks = Blocks.of(chip).core(chip.index("layer[0].recurrent[0]"));
        assertThat(blocks.lanes().multipliers().count()).as("complex times complex").isEqualTo(4 * lanes);
        assertThat(blocks.lanes().multipliers().block()).as("lambda's gradient of 28 bits times 16").hasValue(new Multiplier(28, 16));
        assertThat(blocks.rounding().count()).isEqualTo(2 * lanes);
        assertThat(blocks.rounding().block().map(RoundingUnit::stochastic)).as("B and C round stochastically").hasValue(true);
        assertThat(blocks.random().count()).isEqualTo(1);
        assertThat(blocks.banks().get("lru.B")).as("3 units, 7 columns in 2 words of 4 complex elements")
                .isEqualTo(new RegisterFile(3 * 2, 4 * 32, Ports.ONE_READ_ONE_WRITE));
        assertThat(blocks.banks().get("rate")).as("a scalar's word is no wider than the scalar")
                .isEqualTo(new RegisterFile(1, 16, Ports.ONE_READ_ONE_WRITE));
        assertThat(blocks.port().receiveQueues().count()).as("z, error.y, rate, rate.recurrent").isEqualTo(4);
        CoreBlocks mixing = Blocks.of(chip).core(chip.index("layer[0].mixing"));
        assertThat(mixing.lanes().multipliers().count()).isEqualTo(lanes);
        assertThat(mixing.port().receiveQueues().count()).as("stream, error, rate, and two senders each for y and error.z").isEqualTo(3 + 4);
        assertThat(mixing.port().adders().count()).as("4 elements of 16 bits in a beat").isEqualTo(4);
    }

    /** What acts is there: every block that is counted is in the inventory of its core. */
    @Test
    void everyCountedBlockIsInTheInventory() {
        for (LearningRule rule : LearningRule.values()) {
            Chip chip = odd(rule, new Optimiser.Adam(3, 10), true);
            Set<String> there = new HashSet<>();
            Inventory.of(chip).items().forEach(item -> there.add(item.core().orElse(-1) + " " + item.block()));
            Set<Block> bus = new HashSet<>(Blocks.of(chip).wires());
            new TimingEngine(chip, true).step(new StepKind(true, true, true, true)).counts().forEach((key, count) -> {
                int core = bus.contains(key.block()) ? -1 : key.core();
                assertThat(there.contains(core + " " + key.block())).as("%s", key).isTrue();
            });
        }
    }

    @Test
    void layersOfTheSameShapeHoldTheSameBits() {
        Chip chip = SmallChips.build(
                new NetworkShape(3, 4, 4, 3, 2, 2), LearningRule.ONLINE, new Optimiser.Momentum(3), false, 2, 2,
                Ports.TWO_READ_ONE_WRITE);
        var places = Inventory.of(chip).bitsByPlace();
        assertThat(places.get("layer[0]")).isEqualTo(places.get("layer[1]")).isEqualTo(places.get("layer[2]"));
        assertThat(Blocks.of(chip).interconnect().segments()).as("5 levels").isEqualTo(2 * 5);
        assertThat(Blocks.of(chip).core(0).sequencer())
                .isEqualTo(new Sequencer(operations(chip), Microcode.bits(chip.cores().getFirst().program())));
    }

    private static int operations(Chip chip) {
        return chip.cores().getFirst().program().phases().values().stream().mapToInt(java.util.List::size).sum();
    }
}
