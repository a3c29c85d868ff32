package columna.experiments.prediction;

import static columna.experiments.prediction.SmallPredictions.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import columna.experiments.cost.Band;
import columna.experiments.cost.EnergyLedger;
import columna.experiments.spec.PredictionSpec;
import columna.hardware.technology.Leakage;
import columna.hardware.technology.Price;
import columna.hardware.technology.Technology;
import columna.sim.accounting.Inventory;
import columna.sim.timing.StepOutcome;
import columna.sim.timing.TimingEngine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of the design, over every shipped chip that predicts. */
class PredictionLawsTest {

    private static final List<String> HARDWARE = List.of(
            "chip.core.lanes=1", "chip.core.ports=1RW", "chip.bus.width_bits=24", "chip.bus.topology=mesh", "chip.bus.hop_cycles=7",
            "chip.pipeline.memory_read_cycles=3", "chip.pipeline.round_cycles=2");

    static List<String> names() {
        return SmallPredictions.names();
    }

    private static PredictionResult run(PredictionSpec spec) {
        return new PredictionRun(spec).simulate((steps, chip, reference) -> {}, () -> false);
    }

    /** Law 1. Each setting changes the clock's behaviour and nothing of the network. */
    @ParameterizedTest
    @MethodSource("names")
    void timingChangesNoBit(String name) {
        LearnedWords untimed = LearnedWords.of(small(name));
        PredictionResult shipped = run(small(name));
        int changed = 0;
        for (String setting : HARDWARE) {
            assertThat(LearnedWords.of(small(name, setting))).as("%s with %s", name, setting).isEqualTo(untimed);
            PredictionResult other = run(small(name, setting));
            assertThat(other.score()).as("%s with %s", name, setting).isEqualTo(shipped.score());
            changed += other.cycles() == shipped.cycles() ? 0 : 1;
        }
        // On two cores a mesh is a line, and cores of one word per memory wait for no port.
        assertThat(changed).as("settings that change no cycle test nothing").isGreaterThanOrEqualTo(HARDWARE.size() - 2);
    }

    /** Law 2. */
    @ParameterizedTest
    @MethodSource("names")
    void observingIsFree(String name) {
        assertThat(LearnedWords.of(small(name), order -> order, true)).isEqualTo(LearnedWords.of(small(name)));
        PredictionResult unobserved = run(small(name));
        PredictionResult observed = run(small(name, "numerics.windows=5", "numerics.observed_steps=20"));
        assertThat(unobserved.noise()).isEmpty();
        assertThat(observed.noise()).isNotEmpty();
        assertThat(observed.curve().points()).isEqualTo(unobserved.curve().points());
        assertThat(observed.cycles()).isEqualTo(unobserved.cycles());
        assertThat(observed.energy()).isEqualTo(unobserved.energy());
    }

    /** Law 3: the bill again, from kinds of steps, engines of its own and prices asked one by one. */
    @ParameterizedTest
    @MethodSource("names")
    void theBillIsActivityTimesCountsTimesPrices(String name) {
        PredictionSpec spec = small(name);
        PredictionResult run = run(spec);
        Technology technology = Technology.named(spec.technology());
        List<OnlineSystem.Configuration> configurations = Systems.of(spec).configurations();
        double picojoules = 0;
        long actions = 0;
        long steps = 0;
        for (int k = 0; k < configurations.size(); k++) {
            TimingEngine engine = new TimingEngine(configurations.get(k).chip(), false);
            StageCost stage = run.stages().get(k);
            long cycles = 0;
            for (var kind : stage.activity().kinds()) {
                StepOutcome outcome = engine.step(kind);
                long times = stage.activity().occurrences(kind);
                cycles += times * outcome.cycles();
                steps += times;
                double[] sum = new double[1];
                long[] counted = new long[1];
                outcome.counts().forEach((key, count) -> {
                    Price price = technology.price(key.block(), key.action());
                    sum[0] += times * count * price.nominal().value();
                    counted[0] += times * count;
                });
                picojoules += sum[0];
                actions += counted[0];
            }
            assertThat(stage.cycles()).isEqualTo(cycles);
            for (Inventory.Item item : Inventory.of(configurations.get(k).chip()).items()) {
                Leakage leakage = technology.leakage(item.block());
                // Microwatts times microseconds are picojoules.
                picojoules += item.count() * leakage.nominal().value() * cycles / spec.chip().clockMhz();
            }
        }
        assertThat(steps).isEqualTo(spec.stream().steps());
        assertThat(run.energy().items().stream().mapToLong(EnergyLedger.Item::count).sum()).isEqualTo(actions);
        // All terms are positive: a double sum of n of them is off by at most n units of rounding, relatively.
        double rounding = 1e3 * run.energy().items().size() * Math.ulp(1.0);
        assertThat(run.energy().total().nominal()).isCloseTo(picojoules, within(picojoules * rounding));
        for (Function<EnergyLedger.Item, Object> view : List.<Function<EnergyLedger.Item, Object>>of(
                EnergyLedger.Item::component, EnergyLedger.Item::phase, EnergyLedger.Item::operationOfCore, EnergyLedger.Item::place)) {
            double sum = run.energy().by(view).values().stream().mapToDouble(Band::nominal).sum();
            assertThat(sum).isCloseTo(picojoules, within(picojoules * rounding));
        }
    }

    /** Law 3: the replayed step and the step that is clocked anew cost the same. */
    @ParameterizedTest
    @MethodSource("names")
    void rememberedStepsCostTheSame(String name) {
        PredictionResult remembered = run(small(name, "stream.steps=110", "stream.scored_steps=5"));
        PredictionResult clocked = run(small(name, "stream.steps=110", "stream.scored_steps=5", "chip.remember_steps=false"));
        assertThat(clocked.cycles()).isEqualTo(remembered.cycles());
        assertThat(clocked.energy()).isEqualTo(remembered.energy());
    }

    /** Law 4. */
    @ParameterizedTest
    @MethodSource("names")
    void theOrderOfCoresChangesNoBit(String name) {
        LearnedWords inOrder = LearnedWords.of(small(name));
        for (long seed = 1; seed <= 3; seed++) {
            Random random = new Random(seed);
            LearnedWords shuffled = LearnedWords.of(
                    small(name),
                    order -> {
                        List<Integer> other = new ArrayList<>(order);
                        Collections.shuffle(other, random);
                        return other;
                    },
                    false);
            assertThat(shuffled).as("seed %d", seed).isEqualTo(inOrder);
        }
        assertThat(LearnedWords.of(small(name, "seed=2"))).as("the comparison sees another run").isNotEqualTo(inOrder);
    }

    /** Law 8: what a run finds does not depend on who runs beside it. */
    @ParameterizedTest
    @MethodSource("names")
    void aRunCanBeRepeated(String name) {
        PredictionResult first = run(small(name));
        PredictionResult second = run(small(name));
        assertThat(second.curve().points()).isEqualTo(first.curve().points());
        assertThat(second.energy()).isEqualTo(first.energy());
    }

    /** The longest that any core has to wait for is written down: a deadline of one cycle less is missed. */
    @ParameterizedTest
    @MethodSource("names")
    void aDeadlineIsMissedByOneCycle(String name) {
        PredictionResult run = run(small(name));
        long slowest = run.stages().stream()
                .flatMap(stage -> stage.activity().kinds().stream().map(kind -> stage.clocked().engine().step(kind).cycles()))
                .max(Long::compare)
                .orElseThrow();
        assertThat(run(small(name, "chip.deadline_cycles=" + slowest)).late()).isFalse();
        assertThat(run(small(name, "chip.deadline_cycles=" + (slowest - 1))).late()).isTrue();
    }
}
