package columna.sim.cores;

/** What an update does with a gradient, in the micro-operations of the core that holds the parameter. */
public sealed interface Optimiser {

    /** {@code p := p - rate*g}. */
    record GradientDescent() implements Optimiser {}

    /**
     * {@code m := m - 2^-shift*m + g; p := p - rate*m}: momentum 1 - 2<sup>-shift</sup>.
     *
     * @param shift 1 to 15; 3 is momentum 0.875
     */
    record Momentum(int shift) implements Optimiser {}

    /**
     * Adam (Kingma and Ba 2015) whose averages decay by powers of two: beta = 1 - 2<sup>-shift</sup>. The bias
     * corrections are in the rate, which the host sends with every update. The reciprocal square root is a table; where
     * the second moment is zero, the gradient format's largest value takes the place of 1/epsilon.
     *
     * @param firstShift 3 is beta1 = 0.875
     * @param secondShift 10 is beta2 = 0.9990
     */
    record Adam(int firstShift, int secondShift) implements Optimiser {}
}
