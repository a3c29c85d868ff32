package columna.sim.timing;

import columna.fixedpoint.Format;
import columna.fixedpoint.Lfsr;
import columna.fixedpoint.table.Interpolation;
import columna.fixedpoint.table.LookupTable;
import columna.fixedpoint.table.Power;
import columna.fixedpoint.table.Segments;
import columna.hardware.block.Ports;
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
import columna.sim.program.StepKind;
import columna.sim.program.Table;
import java.util.List;

/** Chips of one or few cores that run one or few micro-operations. */
final class TinyChips {

    static final StepKind INFER = new StepKind(false, false, false, false);
    static final PipelineHardware UNIT = new PipelineHardware(1, 1, 1);
    static final BusHardware BUS = new BusHardware(64, 1, 4);
    static final RandomHardware RANDOM = new RandomHardware(Lfsr.named("LFSR16", 1), 8);
    static final Format WORD = Format.parse("fixed<16,4,RND,SAT>");

    /** 16 segments of 4096 inputs. */
    private static final Segments ALL = Segments.covering(WORD, 4);

    static final Axis N = new Axis("n", 5);
    static final Axis H = new Axis("h", 7);
    static final Axis K = new Axis("k", 6);
    static final Axis B = new Axis("b", 3);
    static final Axis C = new Axis("c", 2);
    static final Axis G = new Axis("g", 40);
    static final Axis M = new Axis("m", 7);

    private TinyChips() {}

    /** Every memory that the tests' equations use. */
    static CoreProgram.Builder declarations() {
        CoreProgram.Builder program = CoreProgram.named("tiny");
        real(program, "s");
        real(program, "t");
        real(program, "vn", N);
        real(program, "wn", N);
        real(program, "vh", H);
        real(program, "wh", H);
        real(program, "vm", M);
        real(program, "vk", K);
        real(program, "vb", B);
        real(program, "mbc", B, C);
        real(program, "mnh", N, H);
        real(program, "mmh", M, H);
        real(program, "vg", G);
        real(program, "wg", G);
        program.declare(table("e", LookupTable.direct(ALL, Interpolation.NONE, WORD, WORD, StrictMath::tanh)))
                .declare(table("a", LookupTable.direct(
                        new Segments(WORD, 0, 16, 4), Interpolation.LINEAR, WORD, WORD, StrictMath::tanh)))
                .declare(table("r", LookupTable.normalised(
                        Power.RECIPROCAL_SQUARE_ROOT, WORD, 4, Interpolation.LINEAR, WORD, WORD)));
        program.declare(new Memory("cn", List.of(N), true, Purpose.ACTIVATION, WORD))
                .declare(new Memory("cnh", List.of(N, H), true, Purpose.PARAMETER, WORD))
                .declare(new Memory("dnh", List.of(N, H), true, Purpose.TRACE, WORD))
                .declare(new Memory("xh", List.of(H), false, Purpose.PARAMETER,
                        Format.parse("fixed<12,2,STOCHASTIC,SAT>")))
                .declare(table("f", LookupTable.direct(ALL, Interpolation.LINEAR, WORD, WORD, StrictMath::tanh)));
        return program;
    }

    static Table table(String name, LookupTable contents) {
        return new Table(name, contents);
    }

    private static void real(CoreProgram.Builder program, String name, Axis... axes) {
        program.declare(new Memory(name, List.of(axes), false, Purpose.ACTIVATION, WORD));
    }

    /** A chip of one core. */
    static Chip core(int lanes, Ports ports, PipelineHardware pipeline, String... equations) {
        return core(new CoreHardware(lanes, ports), pipeline, equations);
    }

    /** A chip of one core. */
    static Chip core(CoreHardware hardware, PipelineHardware pipeline, String... equations) {
        CoreProgram program = declarations().infer(Phase.FORWARD, equations).build();
        return Chip.of(List.of(new Core("core", 0, program, hardware)), pipeline, BUS, RANDOM);
    }

    /** The same chip with other look-up units, in cores that have as many lanes. */
    static Chip withTableUnits(Chip chip, int units) {
        List<Core> cores = chip.cores().stream()
                .map(core -> new Core(core.name(), core.level(), core.program(), withTableUnits(core.hardware(), units)))
                .toList();
        return Chip.of(cores, chip.pipeline(), chip.bus(), chip.random());
    }

    private static CoreHardware withTableUnits(CoreHardware hardware, int units) {
        return new CoreHardware(hardware.lanes(), hardware.ports(), Math.min(units, hardware.lanes()));
    }

    static Core core(String name, int level, int lanes, Ports ports, CoreProgram program) {
        return new Core(name, level, program, new CoreHardware(lanes, ports));
    }

    /** A core that runs these equations in the forward phase. */
    static Core core(String name, int level, int lanes, String... equations) {
        return core(name, level, lanes, Ports.ONE_READ_ONE_WRITE, declarations().infer(Phase.FORWARD, equations).build());
    }

    static StepOutcome step(Chip chip) {
        return new TimingEngine(chip, false).step(INFER);
    }
}
