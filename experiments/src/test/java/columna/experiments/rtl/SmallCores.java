package columna.experiments.rtl;

import columna.fixedpoint.Format;
import columna.fixedpoint.Lfsr;
import columna.fixedpoint.Quantization;
import columna.fixedpoint.table.Interpolation;
import columna.fixedpoint.table.LookupTable;
import columna.fixedpoint.table.Power;
import columna.fixedpoint.table.Segments;
import columna.sim.chip.BusHardware;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.chip.CoreHardware;
import columna.sim.chip.PipelineHardware;
import columna.sim.chip.RandomHardware;
import columna.sim.program.Axis;
import columna.sim.program.CoreProgram;
import columna.sim.program.Memory;
import columna.sim.program.Phase;
import columna.sim.program.Purpose;
import columna.sim.program.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Cores that run one or few micro-operations, on memories of many shapes and formats. */
final class SmallCores {

    static final RandomHardware RANDOM = new RandomHardware(Lfsr.named("LFSR16", 0xACE1), 8);
    static final BusHardware BUS = new BusHardware(64, 1, 4);

    private static final Map<String, Integer> SIZES =
            Map.of("n", 5, "h", 7, "k", 6, "b", 3, "c", 2, "g", 40, "m", 7);

    private SmallCores() {}

    /** Every memory that equations use; {@code format} is that of the words that are not said to have another. */
    static CoreProgram.Builder declarations(String format) {
        CoreProgram.Builder program = CoreProgram.named("small");
        for (String name : List.of("s", "t", "u")) {
            declare(program, name, false, format);
        }
        for (String name : List.of("vn.n", "wn.n", "vh.h", "wh.h", "vm.m", "vk.k", "wk.k", "vb.b", "mbc.b.c", "mnh.n.h", "wnh.n.h", "mmh.m.h",
                "vg.g", "wg.g")) {
            declare(program, name, false, format);
        }
        for (String name : List.of("cn.n", "dn.n", "cnh.n.h", "dnh.n.h")) {
            declare(program, name, true, format);
        }
        declare(program, "xh.h", false, "fixed<12,2,STOCHASTIC,SAT>");
        declare(program, "xcn.n", true, "fixed<9,2,STOCHASTIC,WRAP>");
        declare(program, "ph.h", false, "ufixed<9,3,RND_CONV,SAT>");
        declare(program, "qh.h", false, "fixed<24,6,RND_ZERO,SAT_SYM>");
        declare(program, "rh.h", false, "fixed<6,3,RND_INF,WRAP_SM>");
        Format word = Format.parse(format);
        if (word.width() >= 6 && word.quantization() != Quantization.STOCHASTIC) {
            Segments all = Segments.covering(word, 4);
            program.declare(new Table("e", LookupTable.direct(all, Interpolation.NONE, word, word, StrictMath::tanh)))
                    .declare(new Table("f", LookupTable.direct(all, Interpolation.LINEAR, word, word, StrictMath::tanh)))
                    .declare(new Table("r", LookupTable.normalised(
                            Power.RECIPROCAL_SQUARE_ROOT, word, 4, Interpolation.LINEAR, word, word)))
                    .declare(new Table("i", LookupTable.normalised(
                            Power.RECIPROCAL, word, 3, Interpolation.NONE, word, word)));
        }
        return program;
    }

    private static void declare(CoreProgram.Builder program, String name, boolean complex, String format) {
        String[] parts = name.split("\\.");
        List<Axis> axes = Arrays.stream(parts).skip(1).map(axis -> new Axis(axis, SIZES.get(axis))).toList();
        program.declare(new Memory(parts[0], axes, complex, Purpose.ACTIVATION, Format.parse(format)));
    }

    /** A chip of one core that runs these equations in every time step. */
    static Chip chip(CoreHardware hardware, PipelineHardware pipeline, String format, String... equations) {
        return chip(hardware, pipeline, BUS, format, equations);
    }

    static Chip chip(CoreHardware hardware, PipelineHardware pipeline, BusHardware bus, String format, String... equations) {
        CoreProgram program = declarations(format).infer(Phase.FORWARD, equations).build();
        return Chip.of(List.of(new Core("core", 0, program, hardware)), pipeline, bus, RANDOM);
    }
}
