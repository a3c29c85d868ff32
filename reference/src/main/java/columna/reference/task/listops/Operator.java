package columna.reference.task.listops;

import java.util.Arrays;

/** The four operators; arguments and value are digits. */
public enum Operator {
    /** The largest argument. */
    MAX {
        @Override
        int value(int[] arguments) {
            return Arrays.stream(arguments).max().orElseThrow();
        }
    },
    /** The smallest argument. */
    MIN {
        @Override
        int value(int[] arguments) {
            return Arrays.stream(arguments).min().orElseThrow();
        }
    },
    /** The median; of an even number of arguments the mean of the middle two, truncated. */
    MED {
        @Override
        int value(int[] arguments) {
            int[] sorted = arguments.clone();
            Arrays.sort(sorted);
            int upper = sorted.length / 2;
            int lower = (sorted.length - 1) / 2;
            return (sorted[lower] + sorted[upper]) / 2;
        }
    },
    /** The sum modulo ten. */
    SM {
        @Override
        int value(int[] arguments) {
            return Arrays.stream(arguments).sum() % 10;
        }
    };

    abstract int value(int[] arguments);
}
