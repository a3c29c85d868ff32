package columna.reports;

import columna.reports.page.ReportWriter;
import java.io.IOException;
import java.nio.file.Path;

/** Writes a report into the folder named by its first argument, for looking at: the demonstration, or a study of as many designs as the second says. */
public final class DemoMain {
    private DemoMain() {
    }

    public static void main(String[] arguments) throws IOException {
        ReportWriter.write(arguments.length == 1 ? DemoReport.create() : StudyReport.of(Integer.parseInt(arguments[1])), Path.of(arguments[0]));
    }
}
