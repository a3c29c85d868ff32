package columna.sim.accounting;

import columna.fixedpoint.Format;
import columna.fixedpoint.Overflow;
import columna.fixedpoint.Quantization;
import columna.hardware.block.Adder;
import columna.hardware.block.Block;
import columna.hardware.block.Comparator;
import columna.hardware.block.LinearFeedbackRegister;
import columna.hardware.block.Multiplier;
import columna.hardware.block.Ports;
import columna.hardware.block.Register;
import columna.hardware.block.RegisterFile;
import columna.hardware.block.RoundingUnit;
import columna.hardware.block.Sequencer;
import columna.hardware.block.TableRom;
import columna.sim.chip.Channel;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.program.Datapath;
import columna.sim.program.Memory;
import columna.sim.program.MicroOperation;
import columna.sim.program.MicroOperation.LookUp;
import columna.sim.program.MicroOperation.Maximum;
import columna.sim.program.MicroOperation.Receive;
import columna.sim.program.MicroOperation.Send;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.Operand;
import columna.sim.program.RealTerm;
import columna.sim.program.Table;
import columna.sim.program.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Sizes the units of one core by what its program asks of them. */
final class CoreBlocksBuilder {

    private final Chip chip;
    private final Core core;
    private final int lanes;
    private final List<MicroOperation> operations = new ArrayList<>();
    private final List<SumOfProducts> sums;
    private final List<LookUp> lookUps;
    private final List<Maximum> maxima;
    private final List<Receive> receives;

    CoreBlocksBuilder(Chip chip, Core core) {
        this.chip = chip;
        this.core = core;
        this.lanes = core.hardware().lanes();
        core.program().phases().values().forEach(operations::addAll);
        sums = only(SumOfProducts.class);
        lookUps = only(LookUp.class);
        maxima = only(Maximum.class);
        receives = only(Receive.class);
    }

    private <T> List<T> only(Class<T> kind) {
        return operations.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    CoreBlocks build() {
        List<RealTerm> products = products();
        int accumulatorBits = sums.stream().mapToInt(Datapath::accumulatorBits).max().orElse(0);
        int parts = most(sums, sum -> sum.destination().complex() ? 2 : 1);
        int multipliersPerLane = most(terms(), CoreBlocksBuilder::multipliers);
        int roundings = roundingInputBits(accumulatorBits) == 0 ? 0 : lanes * outputParts();
        return new CoreBlocks(
                sequencer(),
                banks(),
                optional(operandBits()).map(Register::new),
                positions(),
                products.isEmpty() ? Optional.empty() : Optional.of(multiplier(products)),
                lanes * multipliersPerLane,
                optional(accumulatorBits).map(Adder::new),
                adders(parts),
                optional(accumulatorBits).map(Register::new),
                lanes * parts,
                roundings == 0 ? Optional.empty() : Optional.of(rounding(accumulatorBits)),
                roundings,
                optional(most(maxima, max -> max.source().memory().format().width())).map(Comparator::new),
                maxima.isEmpty() ? 0 : lanes,
                stochastic() ? Optional.of(new LinearFeedbackRegister(chip.random().lfsr().width())) : Optional.empty(),
                roms(),
                lookUps.isEmpty() ? Optional.empty() : Optional.of(interpolator()),
                optional(most(lookUps, lookUp -> TableSizes.valueBits(lookUp.table()))).map(Adder::new),
                optional(most(receives, this::portSumBits)).map(Adder::new),
                most(receives, this::portAdders),
                only(Send.class).isEmpty() ? Optional.empty() : Optional.of(queue(chip.pipeline().memoryReadCycles() + 1)),
                queue(chip.bus().bufferBeats()),
                receives.stream().map(Receive::channel).distinct().mapToInt(this::senders).sum());
    }

    private static Optional<Integer> optional(int bits) {
        return bits == 0 ? Optional.empty() : Optional.of(bits);
    }

    private static <T> int most(List<T> list, ToIntFunction<T> size) {
        return list.stream().mapToInt(size).max().orElse(0);
    }

    private List<Term> terms() {
        return sums.stream().flatMap(sum -> sum.terms().stream()).toList();
    }

    private List<RealTerm> products() {
        return sums.stream()
                .flatMap(sum -> Stream.of(false, true).flatMap(i -> RealTerm.of(sum, i).stream()))
                .filter(product -> product.right().isPresent())
                .toList();
    }

    /** Products of real words of a term: 1, 2 or 4, and 2 for the real part of a complex product. */
    private static int multipliers(Term term) {
        if (term.right().isEmpty()) {
            return 0;
        }
        boolean left = term.left().complex();
        boolean right = term.right().get().complex();
        int all = (left ? 2 : 1) * (right ? 2 : 1);
        return term.realPart() && all > 1 ? all / 2 : all;
    }

    private static Multiplier multiplier(List<RealTerm> products) {
        int wide = 1;
        int narrow = 1;
        for (RealTerm product : products) {
            int left = product.left().operand().memory().format().width();
            int right = product.right().orElseThrow().operand().memory().format().width();
            wide = Math.max(wide, Math.max(left, right));
            narrow = Math.max(narrow, Math.min(left, right));
        }
        return new Multiplier(wide, narrow);
    }

    /** Accumulators, one adder for each further product of a part, and a tree where any sum runs along the lanes. */
    private int adders(int parts) {
        int combining = most(terms(), CoreBlocksBuilder::combining);
        boolean tree = sums.stream().anyMatch(sum -> LaneOrder.of(sum) == LaneOrder.REDUCE);
        return parts * (lanes + (tree ? lanes - 1 : 0)) + lanes * combining;
    }

    private static int combining(Term term) {
        return Math.max(0, multipliers(term) - (term.complex() ? 2 : 1));
    }

    private Sequencer sequencer() {
        return new Sequencer(Math.max(1, operations.size()), Microcode.bits(core.program()));
    }

    private Map<String, Block> banks() {
        Map<String, Block> banks = new LinkedHashMap<>();
        for (Memory memory : core.program().memories()) {
            BankShape shape = BankShape.of(memory, lanes);
            banks.put(
                    memory.name(),
                    columna.hardware.block.Memory.of(shape.words(), wordBits(memory), core.hardware().ports())
                            .block());
        }
        return banks;
    }

    private int wordBits(Memory memory) {
        return BankShape.of(memory, lanes).elementsPerWord() * memory.elementBits();
    }

    private int positions() {
        int products = 2 * most(sums, sum -> sum.terms().size());
        boolean others = operations.stream().anyMatch(o -> o instanceof LookUp || o instanceof Maximum || o instanceof Send);
        return Math.max(products, others ? 1 : 0);
    }

    private int operandBits() {
        int bits = 0;
        for (MicroOperation operation : operations) {
            for (Operand source : Sources.of(operation)) {
                bits = Math.max(bits, wordBits(source.memory()));
            }
        }
        return bits;
    }

    private int roundingInputBits(int accumulatorBits) {
        int interpolated = most(lookUps, lookUp -> TableSizes.valueBits(lookUp.table()));
        int port = most(receives, this::portWordBits);
        return Math.max(accumulatorBits, Math.max(interpolated, port));
    }

    private RoundingUnit rounding(int accumulatorBits) {
        List<Format> formats = outputs().stream().map(o -> o.memory().format()).toList();
        return new RoundingUnit(
                roundingInputBits(accumulatorBits),
                most(formats, Format::width),
                stochastic(),
                formats.stream().anyMatch(f -> f.overflow() != Overflow.WRAP && f.overflow() != Overflow.WRAP_SM));
    }

    /** Destinations that pass a rounding unit: all but maxima. */
    private List<Operand> outputs() {
        return operations.stream()
                .filter(o -> o instanceof MicroOperation.Writing && !(o instanceof Maximum))
                .map(o -> ((MicroOperation.Writing) o).destination())
                .toList();
    }

    private int outputParts() {
        return most(outputs(), o -> o.complex() ? 2 : 1);
    }

    private boolean stochastic() {
        return outputs().stream().anyMatch(o -> o.memory().format().quantization() == Quantization.STOCHASTIC);
    }

    private Map<Table, TableRom> roms() {
        Map<Object, TableRom> byContents = new HashMap<>();
        Map<Table, TableRom> roms = new LinkedHashMap<>();
        for (Table table : core.program().tables()) {
            roms.put(table, byContents.computeIfAbsent(
                    table.contents(), c -> new TableRom(table.contents().entries(), TableSizes.entryBits(table))));
        }
        return roms;
    }

    private Multiplier interpolator() {
        return new Multiplier(
                most(lookUps, lookUp -> TableSizes.entryBits(lookUp.table()) + 1),
                most(lookUps, lookUp -> TableSizes.remainderBits(lookUp.table())));
    }

    private int senders(String channel) {
        return chip.channels().get(channel).senders().size();
    }

    private int portWordBits(Receive receive) {
        Channel channel = chip.channels().get(receive.channel());
        int word = channel.elementBits() / receive.destination().memory().parts();
        return word + 32 - Integer.numberOfLeadingZeros(channel.senders().size() - 1);
    }

    private int portSumBits(Receive receive) {
        return senders(receive.channel()) > 1 ? portWordBits(receive) : 0;
    }

    private int portAdders(Receive receive) {
        if (senders(receive.channel()) == 1) {
            return 0;
        }
        BeatPacking packing = BeatPacking.of(chip.channels().get(receive.channel()), chip.bus());
        return packing.elementsPerPacket() * receive.destination().memory().parts();
    }

    private RegisterFile queue(int beats) {
        return new RegisterFile(beats, chip.bus().widthBits(), Ports.ONE_READ_ONE_WRITE);
    }
}
