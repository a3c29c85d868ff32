package columna.experiments.cost;

import columna.hardware.block.Adder;
import columna.hardware.block.Block;
import columna.hardware.block.BusWire;
import columna.hardware.block.Comparator;
import columna.hardware.block.LeadingOneDetector;
import columna.hardware.block.LinearFeedbackRegister;
import columna.hardware.block.Multiplier;
import columna.hardware.block.Register;
import columna.hardware.block.RegisterFile;
import columna.hardware.block.RoundingUnit;
import columna.hardware.block.Sequencer;
import columna.hardware.block.Shifter;
import columna.hardware.block.Sram;
import columna.hardware.block.TableRom;

/** The kinds of hardware that bills are itemised by. */
public enum Component {
    MEMORY("memories"),
    MULTIPLIER("multipliers"),
    ADDER("adders"),
    ROUNDING("rounding units"),
    TABLE("tables"),
    REGISTER("registers"),
    BUS("bus"),
    SEQUENCER("sequencers"),
    RANDOM("random words"),
    LEAKAGE("leakage");

    private final String label;

    Component(String label) {
        this.label = label;
    }

    /** The words that reports print. */
    public String label() {
        return label;
    }

    /** The kind of a block. */
    public static Component of(Block block) {
        return switch (block) {
            case Sram sram -> MEMORY;
            case RegisterFile file -> MEMORY;
            case Register register -> REGISTER;
            case Multiplier multiplier -> MULTIPLIER;
            case Adder adder -> ADDER;
            case Comparator comparator -> ADDER;
            case RoundingUnit rounding -> ROUNDING;
            case Shifter shifter -> TABLE;
            case LeadingOneDetector detector -> TABLE;
            case TableRom rom -> TABLE;
            case LinearFeedbackRegister register -> RANDOM;
            case BusWire wire -> BUS;
            case Sequencer sequencer -> SEQUENCER;
        };
    }
}
