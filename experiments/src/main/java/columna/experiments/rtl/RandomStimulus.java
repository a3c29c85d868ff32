package columna.experiments.rtl;

import columna.experiments.rtl.Stimulus.TimeStep;
import columna.fixedpoint.Format;
import columna.fixedpoint.kernel.RowKernels;
import columna.sim.chip.Channel;
import columna.sim.chip.Chip;
import columna.sim.function.Cells;
import columna.sim.function.FunctionalChip;
import columna.sim.program.Memory;
import columna.sim.program.MicroOperation.Receive;
import columna.sim.program.StepKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Random words in all memories and on all channels of the host, for any chip. */
public final class RandomStimulus {

    private RandomStimulus() {}

    /** Steps of these kinds. */
    public static Stimulus of(Chip chip, RowKernels kernels, List<StepKind> kinds, long seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        List<TimeStep> steps = new ArrayList<>();
        for (StepKind kind : kinds) {
            Map<String, int[]> words = new LinkedHashMap<>();
            chip.channels().values().stream()
                    .filter(channel -> channel.senders().contains(Channel.HOST) && received(chip, kind, channel.name()))
                    .forEach(channel -> words.put(
                            channel.name(), words(chip.payloadFormat(channel.name()), channel.elements(), random)));
            steps.add(new TimeStep(kind, words));
        }
        return new Stimulus(() -> filled(chip, kernels, seed), steps);
    }

    private static boolean received(Chip chip, StepKind kind, String channel) {
        return chip.cores().stream()
                .flatMap(core -> kind.operations(core.program()).stream())
                .map(StepKind.Issued::operation)
                .anyMatch(operation -> operation instanceof Receive receive && receive.channel().equals(channel));
    }

    private static FunctionalChip filled(Chip chip, RowKernels kernels, long seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(~seed);
        FunctionalChip functional = new FunctionalChip(chip, kernels);
        for (int core = 0; core < chip.cores().size(); core++) {
            for (Memory memory : chip.cores().get(core).program().memories()) {
                Cells cells = functional.cells(core, memory.name());
                cells.load(rows(memory, memory.rows(), random), rows(memory, memory.complex() ? memory.rows() : 0, random));
            }
        }
        functional.prepare();
        return functional;
    }

    private static int[][] rows(Memory memory, int rows, UniformRandomProvider random) {
        int[][] words = new int[rows][];
        for (int row = 0; row < rows; row++) {
            words[row] = words(memory.format(), memory.columns(), random);
        }
        return words;
    }

    /** Half of the words are small or at an end of the range, where ties and overflows are. */
    private static int[] words(Format format, int count, UniformRandomProvider random) {
        int[] words = new int[count];
        for (int i = 0; i < count; i++) {
            long raw = switch (random.nextInt(8)) {
                case 0 -> format.minimumRaw();
                case 1 -> format.maximumRaw();
                case 2, 3 -> random.nextInt(17) - 8;
                default -> random.nextLong();
            };
            words[i] = (int) format.extend(raw);
        }
        return words;
    }
}
