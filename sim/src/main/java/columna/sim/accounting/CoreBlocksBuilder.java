package columna.sim.accounting;

import columna.fixedpoint.Format;
import columna.fixedpoint.Overflow;
import columna.fixedpoint.Quantization;
import columna.hardware.block.Block;
import columna.hardware.block.LinearFeedbackRegister;
import columna.hardware.block.Register;
import columna.hardware.block.RoundingUnit;
import columna.hardware.block.Sequencer;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.program.Memory;
import columna.sim.program.MicroOperation;
import columna.sim.program.MicroOperation.Maximum;
import columna.sim.program.Operand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sizes the units of one core by what its program asks of them. */
final class CoreBlocksBuilder {

    private final Chip chip;
    private final Core core;
    private final int lanes;
    private final Operations operations;

    CoreBlocksBuilder(Chip chip, Core core) {
        this.chip = chip;
        this.core = core;
        this.lanes = core.hardware().lanes();
        this.operations = Operations.of(core.program());
    }

    CoreBlocks build() {
        return new CoreBlocks(
                new Sequencer(Math.max(1, operations.all().size()), Microcode.bits(core.program())),
                banks(),
                Units.of(operandBits(), Register::new, positions()),
                LaneBlocks.of(operations, lanes),
                Units.of(roundingInputBits(), this::rounding, lanes * outputParts()),
                Units.of(stochastic() ? chip.random().lfsr().width() : 0, LinearFeedbackRegister::new, 1),
                TableBlocks.of(core.program(), core.hardware().tableUnits()),
                PortBlocks.of(chip, operations, lanes));
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

    /** Operand positions: two factors for each term of the longest sum, one for everything else that reads. */
    private int positions() {
        int products = 2 * Operations.most(operations.sums(), sum -> sum.terms().size());
        boolean others = !operations.lookUps().isEmpty() || !operations.maxima().isEmpty() || !operations.sends().isEmpty();
        return Math.max(products, others ? 1 : 0);
    }

    private int operandBits() {
        return operations.all().stream()
                .flatMap(operation -> Sources.of(operation).stream())
                .mapToInt(source -> wordBits(source.memory()))
                .max()
                .orElse(0);
    }

    private int roundingInputBits() {
        int lookedUp = Operations.most(operations.lookUps(), lookUp -> TableSizes.resultBits(lookUp.table()));
        int received = Operations.most(operations.receives(), receive -> PortBlocks.wordBits(chip, receive));
        return Math.max(LaneBlocks.accumulatorBits(operations), Math.max(lookedUp, received));
    }

    private RoundingUnit rounding(int inputBits) {
        List<Format> formats = outputs().stream().map(o -> o.memory().format()).toList();
        return new RoundingUnit(
                inputBits,
                Operations.most(formats, Format::width),
                stochastic(),
                formats.stream().anyMatch(f -> f.overflow() != Overflow.WRAP && f.overflow() != Overflow.WRAP_SM));
    }

    /** Destinations that pass a rounding unit: all but maxima. */
    private List<Operand> outputs() {
        return operations.all().stream()
                .filter(o -> o instanceof MicroOperation.Writing && !(o instanceof Maximum))
                .map(o -> ((MicroOperation.Writing) o).destination())
                .toList();
    }

    private int outputParts() {
        return Operations.most(outputs(), o -> o.complex() ? 2 : 1);
    }

    private boolean stochastic() {
        return outputs().stream().anyMatch(o -> o.memory().format().quantization() == Quantization.STOCHASTIC);
    }
}
