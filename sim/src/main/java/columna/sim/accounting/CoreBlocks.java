package columna.sim.accounting;

import columna.hardware.block.Block;
import columna.hardware.block.LinearFeedbackRegister;
import columna.hardware.block.Register;
import columna.hardware.block.RoundingUnit;
import columna.hardware.block.Sequencer;
import java.util.Map;

/**
 * The blocks of one core and how many of each there are. A unit that serves several micro-operations is as wide as the
 * widest of them needs and every action counts at that width; a unit that no micro-operation needs is absent.
 *
 * @param sequencer the in-order sequencer
 * @param banks the bank of every memory, by its name
 * @param operands holding registers of the operand positions, as wide as the widest bank word that a position reads
 * @param lanes what multiplies, adds and compares
 * @param rounding round-and-saturate units, one per lane and part
 * @param random the register of random words
 * @param tables the look-up units
 * @param port the port at the bus
 */
public record CoreBlocks(
        Sequencer sequencer,
        Map<String, Block> banks,
        Units<Register> operands,
        LaneBlocks lanes,
        Units<RoundingUnit> rounding,
        Units<LinearFeedbackRegister> random,
        TableBlocks tables,
        PortBlocks port) {}
