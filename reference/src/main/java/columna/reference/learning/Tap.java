package columna.reference.learning;

/** A place where an observer may look. */
sealed interface Tap {

    void report(Observer observer, int step);

    /** A signal that is kept for every time step: [T][size]; {@code im} is empty when it is real. */
    record Recorded(Signal signal, int layer, double[][] re, double[][] im) implements Tap {

        private static final double[] REAL = {};

        @Override
        public void report(Observer observer, int step) {
            observer.signal(new Observer.At(signal, layer, step, 0), re[step], im.length == 0 ? REAL : im[step]);
        }
    }

    /** A complex state of which only the present is kept: [rows][size]. */
    record Current(Signal signal, int layer, ComplexRows rows) implements Tap {

        @Override
        public void report(Observer observer, int step) {
            for (int row = 0; row < rows.re().length; row++) {
                observer.signal(new Observer.At(signal, layer, step, row), rows.re()[row], rows.im()[row]);
            }
        }
    }
}
