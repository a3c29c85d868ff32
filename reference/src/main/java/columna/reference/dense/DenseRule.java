package columna.reference.dense;

/** How errors of the hidden state become the gradient of the recurrent weights; the read-out's gradient is exact under every rule. */
public sealed interface DenseRule {

    /** {@code S_t = (M_t * J_t) S_{t-1} + I_t}, {@code grad = sum_t (dL_t/dh_t) S_t}: real-time recurrent learning along the paths of M. */
    record Rtrl(PathSchedule paths) implements DenseRule {}

    /** Backpropagation through the whole sequence; its gradient is there only at the end. */
    record Bptt() implements DenseRule {}

    /** {@code sum_t dL_t/dtheta}, counting the uses of the weights at the last {@code window} time steps only. */
    record SlidingBptt(int window) implements DenseRule {
        public SlidingBptt {
            if (window < 1) {
                throw new IllegalArgumentException("sliding window: %d time steps; it must be 1 or more".formatted(window));
            }
        }
    }

    /** {@code E_r <- decay E_r + (dh_unit(r)/da_r) z}, {@code grad_r = sum_t (dL_t/dh_unit(r)) E_r}: no Jacobian at all. */
    record Eligibility(double decay) implements DenseRule {
        public Eligibility {
            if (!(decay >= 0 && decay < 1)) {
                throw new IllegalArgumentException("eligibility: decay is %s; it must be from 0 to below 1".formatted(decay));
            }
        }
    }

    /** The recurrent weights do not learn. */
    record ReadoutOnly() implements DenseRule {}

    /** Exact real-time recurrent learning. */
    static DenseRule fullRtrl(int units) {
        return sparseRtrl(PathMask.full(units));
    }

    /** Real-time recurrent learning along the same paths at every time step. */
    static DenseRule sparseRtrl(PathMask mask) {
        return new Rtrl(PathSchedule.fixed(mask));
    }

    /** The immediate derivative alone, the whole state before (h, and c of an LSTM) being constant. */
    static DenseRule truncated() {
        return new Eligibility(0);
    }
}
