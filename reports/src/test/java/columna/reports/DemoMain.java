package columna.reports;

import columna.reports.page.ReportWriter;
import java.io.IOException;
import java.nio.file.Path;

/** Writes the demonstration report into the folder named by its one argument, for looking at. */
public final class DemoMain {
    private DemoMain() {
    }

    public static void main(String[] arguments) throws IOException {
        ReportWriter.write(DemoReport.create(), Path.of(arguments[0]));
    }
}
