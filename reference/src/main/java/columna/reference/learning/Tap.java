package columna.reference.learning;

/** A place where an observer may look. */
sealed interface Tap {

    void report(Observer observer, int step);

    /** The imaginary parts of real words. */
    double[] REAL = {};

    /** A signal that is kept for every time step: [T][size]; {@code im} is empty when it is real. */
    record Recorded(Signal signal, int layer, double[][] re, double[][] im) implements Tap {

        @Override
        public void report(Observer observer, int step) {
            observer.signal(new Observer.At(signal, layer, step, 0), re[step], im.length == 0 ? REAL : im[step]);
        }
    }

    /** A state of which only the present is kept: [rows][size]; {@code im} is empty when it is real. */
    record Current(Signal signal, int layer, double[][] re, double[][] im) implements Tap {

        Current(Signal signal, int layer, ComplexRows rows) {
            this(signal, layer, rows.re(), rows.im());
        }

        @Override
        public void report(Observer observer, int step) {
            for (int row = 0; row < re.length; row++) {
                observer.signal(new Observer.At(signal, layer, step, row), re[row], im.length == 0 ? REAL : im[row]);
            }
        }
    }
}
