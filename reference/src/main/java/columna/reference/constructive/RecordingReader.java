package columna.reference.constructive;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The lines of a recording, one after another; a fault is told with file, line and column, counted from 1. */
final class RecordingReader implements Closeable {

    static final String CUMULANT = "cumulant";
    static final String DISCOUNT = "discount";
    static final String COMPRESSED = ".gz";

    private static final int BEFORE_OBSERVATION = 2;
    private static final String NUMBER_SIGNS = "0123456789+-.eE";

    private final Path file;
    private final BufferedReader lines;
    private final double[] numbers;
    private long line;

    /** Opens the file and reads its first line. */
    RecordingReader(Path file) throws IOException {
        this.file = file;
        InputStream bytes = Files.newInputStream(file);
        lines = new BufferedReader(new InputStreamReader(
                file.toString().endsWith(COMPRESSED) ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8));
        line = 1;
        numbers = new double[header(lines.readLine())];
    }

    private int header(String text) {
        String[] names = text == null ? new String[0] : text.split(",", -1);
        if (names.length <= BEFORE_OBSERVATION || !names[0].equals(CUMULANT) || !names[1].equals(DISCOUNT)) {
            throw fault(1, "the file begins with '" + (text == null ? "" : text) + "'; its first line must be '" + CUMULANT + "," + DISCOUNT
                    + ",' and the names of one signal or more");
        }
        return names.length;
    }

    /** n, the signals of an observation. */
    int inputs() {
        return numbers.length - BEFORE_OBSERVATION;
    }

    /** Reads the next time step; false at the end. */
    boolean next() throws IOException {
        String text = lines.readLine();
        if (text == null) {
            return false;
        }
        line++;
        int start = 0;
        for (int field = 0; field < numbers.length; field++) {
            int comma = text.indexOf(',', start);
            boolean last = field == numbers.length - 1;
            if (last != (comma < 0)) {
                throw fault(last ? comma + 1 : text.length() + 1, "the line has " + text.split(",", -1).length
                        + " numbers; the first line names " + numbers.length);
            }
            numbers[field] = number(text.substring(start, last ? text.length() : comma), start + 1);
            if (field == 1 && !(numbers[1] >= 0 && numbers[1] <= 1)) {
                throw fault(start + 1, "the discount is " + numbers[1] + "; allowed is 0 to 1");
            }
            start = comma + 1;
        }
        return true;
    }

    private double number(String text, int column) {
        boolean plain = text.chars().allMatch(sign -> NUMBER_SIGNS.indexOf(sign) >= 0);
        double value = Double.NaN;
        try {
            value = plain ? Double.parseDouble(text) : Double.NaN;
        } catch (NumberFormatException e) {
            value = Double.NaN;
        }
        if (!Double.isFinite(value)) {
            throw fault(column, "'" + text + "' is not a finite decimal number, such as 0, -0.5 or 1.5e-3");
        }
        return value;
    }

    private IllegalArgumentException fault(int column, String sentence) {
        return new IllegalArgumentException(file + ":" + line + ":" + column + ": " + sentence);
    }

    double cumulant() {
        return numbers[0];
    }

    double discount() {
        return numbers[1];
    }

    void copyObservation(double[] to) {
        System.arraycopy(numbers, BEFORE_OBSERVATION, to, 0, to.length);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
