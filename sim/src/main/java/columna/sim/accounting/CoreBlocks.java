package columna.sim.accounting;

import columna.hardware.block.Adder;
import columna.hardware.block.Block;
import columna.hardware.block.Comparator;
import columna.hardware.block.LinearFeedbackRegister;
import columna.hardware.block.Multiplier;
import columna.hardware.block.Register;
import columna.hardware.block.RegisterFile;
import columna.hardware.block.RoundingUnit;
import columna.hardware.block.Sequencer;
import columna.hardware.block.TableRom;
import columna.sim.program.Table;
import java.util.Map;
import java.util.Optional;

/**
 * The blocks of one core and how many of each there are. A unit that serves several micro-operations is as wide as the
 * widest of them needs and every action counts at that width; a unit that no micro-operation needs is absent.
 *
 * @param sequencer the in-order sequencer
 * @param banks the bank of every memory, by its name
 * @param operand holding register of one operand position, as wide as the widest bank word that a position reads
 * @param operands number of operand positions
 * @param multiplier a lane's multiplier of real words
 * @param multipliers all multipliers of the lanes
 * @param adder adder of products, of the tree and of the accumulators
 * @param adders all of them
 * @param accumulator register of one accumulator
 * @param accumulators lanes times parts
 * @param rounding a round-and-saturate unit
 * @param roundings lanes times parts
 * @param comparator node of the tree of maximum
 * @param comparators one per lane
 * @param random the register of random words
 * @param roms the ROM of every table; tables with equal contents share one
 * @param interpolator multiplier of the look-up unit
 * @param interpolatorAdder its adders, of which there are two
 * @param portAdder adder of reductions at the bus port
 * @param portAdders all of them
 * @param sendQueue beats read and not yet granted
 * @param receiveQueue beats arrived from one sender on one channel
 * @param receiveQueues all of them
 */
public record CoreBlocks(
        Sequencer sequencer,
        Map<String, Block> banks,
        Optional<Register> operand,
        int operands,
        Optional<Multiplier> multiplier,
        int multipliers,
        Optional<Adder> adder,
        int adders,
        Optional<Register> accumulator,
        int accumulators,
        Optional<RoundingUnit> rounding,
        int roundings,
        Optional<Comparator> comparator,
        int comparators,
        Optional<LinearFeedbackRegister> random,
        Map<Table, TableRom> roms,
        Optional<Multiplier> interpolator,
        Optional<Adder> interpolatorAdder,
        Optional<Adder> portAdder,
        int portAdders,
        Optional<RegisterFile> sendQueue,
        RegisterFile receiveQueue,
        int receiveQueues) {}
