package columna.sim.chip;

import columna.fixedpoint.Lfsr;
import columna.fixedpoint.RandomWords;

/**
 * The random words of stochastic rounding. Every core owns one register with its own seed.
 *
 * @param lfsr width and taps of the shift register
 * @param bits bits of one draw: the register is clocked as often (in hardware by a leap-ahead network) per rounded word
 */
public record RandomHardware(Lfsr lfsr, int bits) {

    public RandomHardware {
        // Refuses draws that the register would make biased.
        RandomWords.of(lfsr, bits);
    }
}
