package columna.experiments.run;

import static columna.experiments.SmallExperiments.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import columna.experiments.SmallExperiments;
import columna.experiments.chip.ChipDesign;
import columna.experiments.cost.AreaLedger;
import columna.experiments.cost.Band;
import columna.experiments.cost.EnergyLedger;
import columna.experiments.explain.Signals;
import columna.experiments.result.RunResult;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.LearningSpec;
import columna.experiments.task.TaskData;
import columna.experiments.yaml.BadInput;
import columna.hardware.block.Action;
import columna.hardware.block.Multiplier;
import columna.hardware.technology.Area;
import columna.hardware.technology.Leakage;
import columna.hardware.technology.Price;
import columna.hardware.technology.Technology;
import columna.reference.task.Sequence;
import columna.sim.accounting.Inventory;
import columna.sim.program.Purpose;
import columna.sim.program.StepKind;
import columna.sim.timing.StepOutcome;
import columna.sim.timing.TimingEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Law 3: every count follows from sizes, every view of a bill sums to its total, and nothing is free for want of a price. */
class ConservationTest {

    private static final StepKind FIRST = new StepKind(true, true, false, false);
    private static final StepKind FIRST_TARGET = new StepKind(true, true, true, false);
    private static final StepKind SILENT = new StepKind(false, true, false, false);
    private static final StepKind TARGET = new StepKind(false, true, true, false);
    private static final StepKind LAST = new StepKind(false, true, true, true);

    static List<String> names() {
        return SmallExperiments.names();
    }

    /** All terms are positive, so a double sum of n of them is off by at most n units of rounding, relatively. */
    private static void assertSame(Band actual, Band expected, int terms) {
        double relative = terms * Math.ulp(1.0);
        assertThat(actual.low()).isCloseTo(expected.low(), within(expected.low() * relative));
        assertThat(actual.nominal()).isCloseTo(expected.nominal(), within(expected.nominal() * relative));
        assertThat(actual.high()).isCloseTo(expected.high(), within(expected.high() * relative));
    }

    private static Band sum(Map<?, Band> parts) {
        return parts.values().stream().reduce(Band.ZERO, Band::plus);
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyViewOfTheBillSumsToTheTotal(String name) {
        RunResult run = Simulated.of(small(name));
        EnergyLedger energy = run.energy();
        assertThat(energy.total().nominal()).isPositive();
        assertThat(energy.total().low()).isLessThan(energy.total().nominal());
        assertThat(energy.total().high()).isGreaterThan(energy.total().nominal());
        Map<String, Function<EnergyLedger.Item, Object>> views = Map.of(
                "component", EnergyLedger.Item::component,
                "phase", EnergyLedger.Item::phase,
                "operation", EnergyLedger.Item::operationOfCore,
                "place", EnergyLedger.Item::place,
                "evidence", EnergyLedger.Item::evidence,
                "block and action", item -> List.of(item.block(), item.action()));
        views.forEach((view, criterion) -> {
            Map<Object, Band> parts = energy.by(criterion);
            assertThat(parts).as(view).hasSizeGreaterThan(1);
            assertSame(sum(parts), energy.total(), energy.items().size());
        });
        AreaLedger area = run.area();
        List<Function<AreaLedger.Item, Object>> areaViews = List.of(
                AreaLedger.Item::place, AreaLedger.Item::name, AreaLedger.Item::block, AreaLedger.Item::evidence);
        areaViews.forEach(criterion -> assertSame(sum(area.by(criterion)), area.total(), area.items().size()));
    }

    /** The bill again, from kinds of steps, a clocked engine of its own, and prices asked one by one. */
    @ParameterizedTest
    @MethodSource("names")
    void theBillIsActivityTimesCountsTimesPrices(String name) {
        ExperimentSpec spec = small(name);
        RunResult run = Simulated.of(spec);
        Technology technology = Technology.named(spec.technology());
        ChipDesign design = ChipDesign.of(spec);
        TimingEngine engine = new TimingEngine(design.chip(), false);
        double[] bill = new double[3];
        long[] totals = new long[2];
        expectedActivity(spec).forEach((kind, times) -> {
            assertThat(run.activity().occurrences(kind)).as("%s", kind).isEqualTo(times);
            StepOutcome step = engine.step(kind);
            totals[0] += times * step.cycles();
            step.counts().forEach((key, count) -> {
                Price price = technology.price(key.block(), key.action());
                add(bill, times * count, price.low().value(), price.nominal().value(), price.high().value());
                totals[1] += times * count;
            });
        });
        assertThat(run.cycles()).isEqualTo(totals[0]);
        assertThat(run.energy().items().stream().mapToLong(EnergyLedger.Item::count).sum()).isEqualTo(totals[1]);
        double[] area = new double[3];
        for (Inventory.Item item : Inventory.of(design.chip()).items()) {
            Leakage leakage = technology.leakage(item.block());
            // Microwatts times microseconds are picojoules.
            double microseconds = totals[0] / spec.chip().clockMhz();
            add(bill, item.count() * microseconds, leakage.low().value(), leakage.nominal().value(), leakage.high().value());
            Area each = technology.area(item.block());
            add(area, item.count(), each.low().value(), each.nominal().value(), each.high().value());
        }
        int terms = 10 * run.energy().items().size();
        assertSame(run.energy().total(), new Band(bill[0], bill[1], bill[2]), terms);
        assertSame(run.area().total(), new Band(area[0], area[1], area[2]), terms);
    }

    private static void add(double[] bill, double times, double low, double nominal, double high) {
        bill[0] += times * low;
        bill[1] += times * nominal;
        bill[2] += times * high;
    }

    /** T = 2P + pad + 1 time steps: the first clears, the last P have targets, the very last of every k-th sequence updates. */
    private static Map<StepKind, Long> expectedActivity(ExperimentSpec spec) {
        long sequences = spec.learning().sequences();
        int pattern = spec.task().scoredSteps();
        int steps = spec.task().steps();
        long updates = sequences / ((LearningSpec.Update.EverySequences) spec.learning().update()).count();
        Map<StepKind, Long> activity = new HashMap<>();
        if (spec.task().labelled()) {
            // Sequences of many lengths, asked at every time step.
            long all = new TaskData(spec).training().limit(sequences).mapToLong(Sequence::steps).sum();
            return Map.of(FIRST_TARGET, sequences, TARGET, all - sequences - updates, LAST, updates);
        }
        activity.put(FIRST, sequences);
        activity.put(SILENT, sequences * (steps - 1 - pattern));
        activity.put(TARGET, sequences * pattern - updates);
        activity.put(LAST, updates);
        return activity;
    }

    /**
     * Products of one whole sequence of the wide chip (online rule, gradient descent), by hand from the equations: i inputs,
     * h features, n complex units, l layers, k logits. A product of two complex words is 4 products, of a complex and a
     * real one 2, the real part of a complex product 2; a table interpolates with 1.
     */
    @Test
    void productsOfASequenceEqualAClosedForm() {
        ExperimentSpec spec = small("copy-task-wide", "learning.sequences=1");
        long i = 3;
        long h = 6;
        long n = 7;
        long l = 2;
        long k = 4;
        long b = 2;
        long recurrentForward = 2 * n * h + 4 * n + (4 * n + 2 * n) + 2 * n * h + (4 * n * h + n * h);
        long mixingForward = h + h + 1 + 1 + h + h + h + h + 2 * h * h + h + h;
        long forward = h * i + l * (recurrentForward + mixingForward) + k * h;
        long recurrentError = 2 * n * h + 2 * n + 2 * n * h + 2 * n * h + 4 * n + 2 * n + 4 * n * h;
        long mixingError = (h + h) + 3 * h + 2 * h * h + h + h + h + h + h + 1 + h + h + h + 2 * h * h + h;
        long decoderError = k + b + k + k * h + k * h;
        long error = decoderError + l * (recurrentError + mixingError) + h * i;
        long recurrentUpdate = (2 * n + n) + (2 * n + n) + 3 * n + 2 * n * h + 2 * n * h;
        long mixingUpdate = 3 * h + 2 * (h * h + h);
        long update = (h * i + h) + (k * h + k) + l * (recurrentUpdate + mixingUpdate);
        long prepare = l * (6 * n + 2 * n);
        int steps = 2 * 3 + 1 + 1;
        long expected = steps * forward + 3 * error + update + prepare;
        RunResult run = Simulated.of(spec);
        long found = run.energy().items().stream()
                .filter(item -> item.block() instanceof Multiplier && item.action().stream().anyMatch(Action.MULTIPLY::equals))
                .mapToLong(EnergyLedger.Item::count)
                .sum();
        assertThat(found).isEqualTo(expected);
    }

    /** A chip that the technology cannot price is refused in one sentence, before a sequence is learned or a file written. */
    @ParameterizedTest
    @ValueSource(strings = {"tables.gelu.entries=65536", "chip.bus.buffer_beats=65536"})
    void whatHasNoPriceIsRefusedBeforeTheRun(String setting, @TempDir Path folder) throws IOException {
        Simulated.Listener listener = new Simulated.Listener();
        ExperimentSpec spec = small("copy-task", setting);
        assertThatThrownBy(() -> Run.execute(spec, folder, listener, () -> false))
                .isInstanceOf(BadInput.class)
                .hasMessageMatching("(?s)copy-task\\.yaml:\\d+:\\d+: .*more than 16 times outside.*");
        assertThat(listener.phases()).isEmpty();
        assertThat(listener.calls()).isZero();
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aTechnologyWithoutPricesIsRefusedBeforeTheRun(@TempDir Path folder) throws IOException {
        Path technology = Files.writeString(folder.resolve("empty.yaml"), "name: empty\n");
        Path results = Files.createDirectory(folder.resolve("results"));
        Simulated.Listener listener = new Simulated.Listener();
        ExperimentSpec spec = small("copy-task", "technology=" + technology);
        assertThatThrownBy(() -> Run.execute(spec, results, listener, () -> false))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("empty.yaml");
        assertThat(listener.phases()).isEmpty();
        try (var files = Files.list(results)) {
            assertThat(files).isEmpty();
        }
    }

    /** Bits of the paper's network (SEEDS A.1.2) by hand: words of every kind times the width that its file gives it. */
    @Test
    void bitsOfThePapersNetworkEqualSumsByHand() {
        ExperimentSpec spec = ExperimentSpec.read("copy-task-full", Signals.names());
        Inventory inventory = Inventory.of(ChipDesign.of(spec).chip());
        Map<Purpose, Long> bits = inventory.bitsByPurpose();
        long n = 64;
        long h = 128;
        long l = 4;
        long i = 8;
        long k = 14;
        long cores = 4;
        long logarithms = 3 * n;
        long matrices = 4 * n * h;
        long mixing = 3 * h + 2 * (h * h + h);
        long ends = (h * i + h) + (k * h + k);
        assertThat(ends + l * (logarithms + matrices + mixing)).as("learned words").isEqualTo(268_430);
        // Beside what is learned: lambda (complex) and gamma, and the norm's 1/h (16 bits) and epsilon (24 bits).
        long derived = l * (16 * 3 * n + 16 + 24);
        long parameters = 20 * l * logarithms + 16 * (ends + l * (matrices + mixing)) + derived;
        assertThat(bits.get(Purpose.PARAMETER)).isEqualTo(parameters);
        assertThat(bits.get(Purpose.HIDDEN_STATE)).isEqualTo(16 * l * 2 * n);
        assertThat(bits.get(Purpose.TRACE)).isEqualTo(16 * l * (2 * n + 2 * n * h));
        // A gradient of every learned word, and of lambda (complex), in 24 bits.
        assertThat(bits.get(Purpose.GRADIENT)).isEqualTo(24 * (268_430 + l * 2 * n));
        // Two moments, of 24 and 32 bits; exp(nu), exp(theta), |lambda|, cosine and sine; the rates of every core.
        long rates = 16 * (1 + l * (1 + 2 * cores) + 1);
        long intermediate = l * n * (18 + 16 + 18 + 16 + 16);
        assertThat(bits.get(Purpose.OPTIMISER)).isEqualTo((24 + 32) * 268_430L + intermediate + rates);
        assertThat(inventory.inferenceBits())
                .isEqualTo(bits.get(Purpose.PARAMETER) + bits.get(Purpose.HIDDEN_STATE) + bits.get(Purpose.ACTIVATION));
        assertThat(inventory.learningBits() + inventory.inferenceBits())
                .isEqualTo(bits.values().stream().mapToLong(Long::longValue).sum());
    }
}
