package columna.reports.output;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Receives the files of one report. Protocol: {@code createFile*  commit?  close}. Nothing is visible before {@link #commit()}; closing
 * without a commit leaves everything as it was.
 */
public interface ReportOutput extends AutoCloseable {

    /**
     * A new file; the caller closes the stream.
     *
     * @param path relative, parts separated by '/', no empty part, no "." and no ".."
     */
    OutputStream createFile(String path) throws IOException;

    /** Makes all files visible, in the order in which they were created. */
    void commit() throws IOException;

    @Override
    void close() throws IOException;

    /** Refuses a path that could leave the output's folder. */
    static String checked(String path) {
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..") || part.indexOf('\\') >= 0 || part.indexOf(':') >= 0) {
                throw new IllegalArgumentException("Report file \"" + path + "\" is not a relative path such as data/loss.csv.");
            }
        }
        return path;
    }
}
