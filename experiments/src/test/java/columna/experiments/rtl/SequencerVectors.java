package columna.experiments.rtl;

import columna.fixedpoint.Format;
import columna.sim.program.CoreProgram;
import columna.sim.program.Memory;
import columna.sim.program.MicroOperation;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.Operand;
import columna.sim.program.Phase;
import columna.sim.program.Purpose;
import columna.sim.program.StepKind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sequencer against {@link StepKind#operations}: random programs, kinds of steps and lengths of micro-operations. */
final class SequencerVectors {

    private static final int STEPS = 150;
    private static final int WORD_BITS = 75;
    private static final int LONGEST_RUN = 4;

    private final SplittableRandom random;
    private final List<MicroOperation> operations = new ArrayList<>();
    private final List<BigInteger> microcode = new ArrayList<>();
    private final Packed runs = new Packed();
    private final CoreProgram program;
    private final VectorLines lines = new VectorLines();

    private SequencerVectors(long seed, int words) {
        random = new SplittableRandom(seed);
        int[] counts = new int[Phase.values().length];
        for (int word = 0; word < words; word++) {
            counts[random.nextInt(counts.length)]++;
        }
        Map<Phase, List<MicroOperation>> phases = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            List<MicroOperation> ofPhase = new ArrayList<>();
            for (int i = 0; i < counts[phase.ordinal()]; i++) {
                Memory memory = new Memory("m" + operations.size(), List.of(), false, Purpose.ACTIVATION, Format.fixed(8, 1));
                MicroOperation operation = new SumOfProducts(new Operand(memory, List.of(), Operand.Part.WHOLE), List.of(), random.nextBoolean());
                ofPhase.add(operation);
                operations.add(operation);
                microcode.add(RandomValues.unsigned(random, WORD_BITS));
                runs.add(phase.ordinal(), 3).flag(operation.learning());
            }
            phases.put(phase, ofPhase);
        }
        program = new CoreProgram("core", List.of(), List.of(), phases);
    }

    static Stream<Bench> benches() {
        return Stream.of(bench(1, 23), bench(2, 1), bench(3, 2), bench(4, 8));
    }

    private static Bench bench(long seed, int words) {
        SequencerVectors vectors = new SequencerVectors(seed, words);
        vectors.cycle(true, false, kind(new StepKind(false, false, false, false)), false, "idle", BigInteger.ZERO);
        for (int step = 0; step < STEPS; step++) {
            vectors.step();
        }
        String image = vectors.microcode.stream().map(word -> word.toString(16) + "\n").collect(Collectors.joining());
        return new Bench("sequencer", words + " words, seed " + seed,
                Bench.numbers("WORDS", words, "WORD_BITS", WORD_BITS, "[" + 4 * words + "-1:0] RUNS",
                        Packed.literal(List.of(vectors.runs), 4 * words)),
                vectors.lines, Map.of("microcode.mem", image));
    }

    private void step() {
        boolean learning = random.nextInt(4) > 0;
        StepKind kind = new StepKind(random.nextBoolean(), learning, learning && random.nextBoolean(), learning && random.nextBoolean());
        List<StepKind.Issued> issued = kind.operations(program);
        cycle(false, true, kind(kind), false, "idle", BigInteger.ZERO);
        for (StepKind.Issued next : issued) {
            cycle(false, false, kind(kind), false, "fetching", BigInteger.ZERO);
            int cycles = 1 + random.nextInt(LONGEST_RUN);
            BigInteger word = microcode.get(operations.indexOf(next.operation()));
            for (int cycle = 1; cycle <= cycles; cycle++) {
                cycle(false, false, kind(kind), cycle == cycles, "running", word);
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            cycle(false, false, kind(kind), false, "idle", BigInteger.ZERO);
        }
    }

    /** Bits of the kind from the lowest: reset, learning, error, update. */
    private static int kind(StepKind kind) {
        return (kind.reset() ? 1 : 0) + (kind.learning() ? 2 : 0) + (kind.error() ? 4 : 0) + (kind.update() ? 8 : 0);
    }

    private void cycle(boolean reset, boolean start, int kind, boolean lastCycle, String state, BigInteger word) {
        lines.flag(reset).flag(start).word(kind, 4).flag(lastCycle).flag(state.equals("idle")).flag(state.equals("fetching"))
                .flag(state.equals("running")).word(word, WORD_BITS).end();
    }
}
