package columna.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * The launcher drops one line that the virtual machine prints (it announces the incubating Vector API) by filtering the machine's standard
 * error. What the program itself prints must not wait for a filter, so it goes to the file descriptor that the launcher names.
 */
final class StandardError {

    private StandardError() {}

    static void reopen() {
        String device = System.getProperty("columna.stderr", "");
        if (!device.isEmpty()) {
            try {
                Charset charset = Charset.forName(System.getProperty("stderr.encoding", "UTF-8"));
                System.setErr(new PrintStream(new FileOutputStream(device, true), true, charset));
            } catch (IOException unavailable) {
                // A descriptor that cannot be opened again (a socket): the filtered one serves as well, a little later.
                System.setProperty("columna.stderr", "");
            }
        }
    }
}
