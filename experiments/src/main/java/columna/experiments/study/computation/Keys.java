package columna.experiments.study.computation;

import columna.experiments.chip.ChipDesign;
import columna.experiments.priced.PricedChip;
import columna.experiments.program.Fingerprint;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.study.definition.StopRule;
import columna.experiments.task.TaskData;
import columna.experiments.training.ChipLearning;
import columna.fixedpoint.Format;
import columna.hardware.block.Block;
import columna.reference.random.RandomStreams;
import columna.sim.program.Memory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a result depends on. Everything that may change a bit of the chip, of its reference or of the bill is in the key, program code
 * included; what only names the experiment is in none.
 */
final class Keys {

    /** Keys of the file that change neither a bit of the chip nor one of the reference: when things happen, and what they cost. */
    private static final List<String> TIMING_AND_PRICES = List.of(
            "chip.clock_mhz", "chip.deadline_cycles", "chip.remember_steps",
            "chip.recurrent_core.", "chip.mixing_core.", "chip.pipeline.", "chip.bus.",
            "technology");

    /** Names, what is observed or judged afterwards, and the formats, which are taken signal by signal. */
    private static final List<String> NOTHING_OF_A_POINT = List.of("experiment", "description", "formats.", "numerics.", "verify.");
    private static final List<String> REFERENCE = List.of("seed", "task.", "network.", "learning.");

    private static final String LEARNING_PROGRAM = new Fingerprint()
            .ofFolder(Format.class, "columna/fixedpoint")
            .ofFolder(Memory.class, "columna/sim")
            .ofFolder(RandomStreams.class, "columna/reference")
            .ofPackage(ChipDesign.class).ofPackage(TaskData.class).ofPackage(ChipLearning.class)
            .text();
    private static final String REFERENCE_PROGRAM = new Fingerprint()
            .ofFolder(RandomStreams.class, "columna/reference")
            .ofPackage(ChipDesign.class).ofPackage(TaskData.class).ofPackage(ChipLearning.class)
            .text();
    private static final String PRICING_PROGRAM = new Fingerprint()
            .ofFolder(Format.class, "columna/fixedpoint")
            .ofFolder(Memory.class, "columna/sim")
            .ofFolder(Block.class, "columna/hardware")
            .ofFolder(PricedChip.class, "columna/experiments/cost")
            .ofPackage(PricedChip.class).ofPackage(ChipDesign.class)
            .text();

    private Keys() {}

    /** The fingerprint of the code that prices. */
    static String pricingProgram() {
        return PRICING_PROGRAM;
    }

    /** A point: all of the resolved experiment but its name. */
    static String point(ExperimentSpec spec, ChipDesign design, Optional<StopRule> stop) {
        Map<String, String> content = formats(spec, design);
        spec.values().forEach((key, text) -> {
            if (NOTHING_OF_A_POINT.stream().noneMatch(key::startsWith)) {
                content.put(key, text);
            }
        });
        stop.ifPresent(rule -> content.put("stop", rule.toString()));
        return Digest.of(content);
    }

    /** A chip that learns. */
    static String learning(ExperimentSpec spec, ChipDesign design, Optional<StopRule> stop) {
        Map<String, String> content = formats(spec, design);
        spec.values().forEach((key, text) -> {
            if (NOTHING_OF_A_POINT.stream().noneMatch(key::startsWith) && TIMING_AND_PRICES.stream().noneMatch(key::startsWith)) {
                content.put(key, text);
            }
        });
        stop.ifPresent(rule -> content.put("stop", rule.toString()));
        content.put("program", LEARNING_PROGRAM);
        return Digest.of(content);
    }

    /** A reference that learns. */
    static String reference(ExperimentSpec spec) {
        Map<String, String> content = new TreeMap<>();
        spec.values().forEach((key, text) -> {
            if (REFERENCE.stream().anyMatch(key::startsWith)) {
                content.put(key, text);
            }
        });
        content.put("program", REFERENCE_PROGRAM);
        return Digest.of(content);
    }

    /** The formats of the signals that the chip has, wherever they were written. */
    private static Map<String, String> formats(ExperimentSpec spec, ChipDesign design) {
        Map<String, String> formats = new TreeMap<>();
        design.chip().signals().keySet().forEach(signal -> formats.put("formats." + signal, spec.formats().formatOf(signal).toString()));
        return formats;
    }
}
