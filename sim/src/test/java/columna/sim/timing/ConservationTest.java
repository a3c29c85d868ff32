package columna.sim.timing;

import static org.assertj.core.api.Assertions.assertThat;

import columna.fixedpoint.Quantization;
import columna.hardware.block.Action;
import columna.hardware.block.Adder;
import columna.hardware.block.Block;
import columna.hardware.block.BusWire;
import columna.hardware.block.Comparator;
import columna.hardware.block.LeadingOneDetector;
import columna.hardware.block.LinearFeedbackRegister;
import columna.hardware.block.Multiplier;
import columna.hardware.block.RoundingUnit;
import columna.hardware.block.Sequencer;
import columna.hardware.block.Shifter;
import columna.hardware.block.TableRom;
import columna.sim.accounting.ActionKey;
import columna.sim.chip.Channel;
import columna.sim.chip.Chip;
import columna.sim.program.Axis;
import columna.sim.program.Memory;
import columna.sim.program.MicroOperation;
import columna.sim.program.MicroOperation.LookUp;
import columna.sim.program.MicroOperation.Maximum;
import columna.sim.program.MicroOperation.Receive;
import columna.sim.program.MicroOperation.Send;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.Operand;
import columna.sim.program.StepKind;
import columna.sim.program.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Law 3: every count of a whole chip equals what the shapes of its programs say. Nothing here knows of slots, groups or
 * cycles: products per element, elements, words per row, beats per channel, levels travelled. Bank reads have a test of
 * their own, {@link BankReadsTest}.
 */
class ConservationTest {

    static List<Chip> chips() {
        return WholeChipTest.chips();
    }

    @ParameterizedTest
    @MethodSource("chips")
    void countsFollowFromShapes(Chip chip) {
        TimingEngine engine = new TimingEngine(chip, false);
        for (StepKind kind : WholeChipTest.KINDS) {
            TreeMap<String, Long> expected = expected(chip, kind);
            TreeMap<String, Long> found = new TreeMap<>();
            StepOutcome step = engine.step(kind);
            step.counts().forEach((key, count) -> {
                String name = name(key, chip);
                if (!name.isEmpty()) {
                    found.merge(name, count, Long::sum);
                }
            });
            assertThat(found).isEqualTo(expected);
            // Of one core the sequencer is clocked or fetches in every cycle until the core's last.
            for (int i = 0; i < chip.cores().size(); i++) {
                int core = i;
                assertThat(step.counts().sum(k -> k.core() == core && k.block() instanceof Sequencer))
                        .isEqualTo(step.cores().get(i).busyCycles());
            }
        }
    }

    private static String name(ActionKey key, Chip chip) {
        String core = key.core() == Channel.HOST ? "host" : chip.cores().get(key.core()).name();
        Block block = key.block();
        return switch (key.action()) {
            case MULTIPLY, ADD, ROUND, COMPARE, SHIFT, LOOK_UP, ADVANCE, TRANSFER, FETCH -> {
                boolean known = block instanceof Multiplier || block instanceof Adder || block instanceof RoundingUnit
                        || block instanceof Comparator || block instanceof TableRom
                        || block instanceof LeadingOneDetector || block instanceof Shifter || block instanceof BusWire
                        || block instanceof LinearFeedbackRegister || block instanceof Sequencer;
                assertThat(known).as("%s of %s", key.action(), block).isTrue();
                yield core + " " + key.action();
            }
            case READ, WRITE, CLOCK -> "";
            default -> throw new AssertionError("nobody derived a count of " + key);
        };
    }

    private static TreeMap<String, Long> expected(Chip chip, StepKind kind) {
        TreeMap<String, Long> counts = new TreeMap<>();
        for (var core : chip.cores()) {
            for (var issued : kind.operations(core.program())) {
                add(counts, core.name(), Action.FETCH, 1);
                count(counts, chip, core, issued.operation());
            }
        }
        chip.channels().values().stream().filter(c -> c.senders().contains(Channel.HOST)).forEach(channel -> {
            List<Integer> levels = chip.cores().stream()
                    .filter(c -> kind.operations(c.program()).stream()
                            .anyMatch(o -> o.operation() instanceof Receive r && r.channel().equals(channel.name())))
                    .map(c -> c.level())
                    .toList();
            if (!levels.isEmpty()) {
                add(counts, "host", Action.TRANSFER, beats(channel, chip) * segments(-1, levels));
            }
        });
        return counts;
    }

    private static void count(
            TreeMap<String, Long> counts, Chip chip, columna.sim.chip.Core core, MicroOperation operation) {
        switch (operation) {
            case SumOfProducts sum -> {
                long elements = sum.destination().memory().elements();
                for (Term term : sum.terms()) {
                    long summed = elements * contracted(sum.destination(), term);
                    add(counts, core.name(), Action.MULTIPLY, summed * products(term));
                    add(counts, core.name(), Action.ADD, summed * (term.right().isPresent() ? products(term)
                            : term.left().complex() ? 2 : 1));
                }
                round(counts, chip, core.name(), sum.destination(), elements * (sum.destination().complex() ? 2 : 1));
            }
            case LookUp lookUp -> {
                long words = lookUp.source().memory().elements();
                add(counts, core.name(), Action.LOOK_UP, words);
                // Tables of 65 entries of 16 bits: a line between two of them. Only reciprocals are normalised.
                add(counts, core.name(), Action.MULTIPLY, words);
                add(counts, core.name(), Action.ADD, 2 * words);
                if (reciprocal(lookUp)) {
                    add(counts, core.name(), Action.COMPARE, words);
                    add(counts, core.name(), Action.SHIFT, 2 * words);
                }
                add(counts, core.name(), Action.ROUND, words);
            }
            case Maximum maximum -> add(counts, core.name(), Action.COMPARE, maximum.source().memory().elements());
            case Send send -> {
                Channel channel = chip.channels().get(send.channel());
                List<Integer> levels = channel.receivers().stream()
                        .map(r -> r == Channel.HOST ? -1 : chip.cores().get(r).level()).toList();
                add(counts, core.name(), Action.TRANSFER, beats(channel, chip) * segments(core.level(), levels));
            }
            case Receive receive -> {
                Memory memory = receive.destination().memory();
                long words = memory.elements() * memory.parts();
                int senders = chip.channels().get(receive.channel()).senders().size();
                add(counts, core.name(), Action.ADD, words * (senders - 1));
                round(counts, chip, core.name(), receive.destination(), words);
            }
        }
    }

    private static boolean reciprocal(LookUp lookUp) {
        return lookUp.table().name().startsWith("reciprocal") || lookUp.table().name().contains("rsqrt");
    }

    private static void round(TreeMap<String, Long> counts, Chip chip, String core, Operand destination, long words) {
        add(counts, core, Action.ROUND, words);
        if (destination.memory().format().quantization() == Quantization.STOCHASTIC) {
            add(counts, core, Action.ADVANCE, words * chip.random().bits());
        }
    }

    private static void add(TreeMap<String, Long> counts, String core, Action action, long count) {
        if (count > 0) {
            counts.merge(core + " " + action, count, Long::sum);
        }
    }

    private static long contracted(Operand destination, Term term) {
        Set<Axis> axes = new HashSet<>(term.left().indices());
        term.right().ifPresent(right -> axes.addAll(right.indices()));
        axes.removeAll(destination.indices());
        return axes.stream().mapToLong(Axis::size).reduce(1, (a, b) -> a * b);
    }

    private static long products(Term term) {
        if (term.right().isEmpty()) {
            return 0;
        }
        boolean left = term.left().complex();
        boolean right = term.right().get().complex();
        return left && right ? term.realPart() ? 2 : 4 : (left || right) && !term.realPart() ? 2 : 1;
    }

    private static long beats(Channel channel, Chip chip) {
        int perBeat = chip.bus().widthBits() / channel.elementBits();
        return perBeat > 0
                ? -Math.floorDiv(-channel.elements(), perBeat)
                : (long) channel.elements() * -Math.floorDiv(-channel.elementBits(), chip.bus().widthBits());
    }

    /** Levels between the lowest and the highest end, and the local segment if a receiver is beside the sender. */
    private static long segments(int from, List<Integer> to) {
        int low = Math.min(from, to.stream().mapToInt(l -> l).min().orElseThrow());
        int high = Math.max(from, to.stream().mapToInt(l -> l).max().orElseThrow());
        return high - low + (to.contains(from) ? 1 : 0);
    }
}
