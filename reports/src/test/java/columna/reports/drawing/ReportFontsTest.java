package columna.reports.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import columna.reports.DemoReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fresh Java process whose fontconfig finds no font draws the same bytes as one that has the machine's fonts. */
class ReportFontsTest {
    @TempDir
    private Path folder;

    /** Run in the other process: draws one chart into the file named by its argument. */
    static final class Draw {
        private Draw() {
        }

        public static void main(String[] arguments) throws IOException {
            Files.write(Path.of(arguments[0]), PngChart.draw(DemoReport.create().charts().get(2)));
        }
    }

    @Test
    void aMachineWithoutFontsDrawsTheSameChart() throws IOException, InterruptedException {
        Path with = draw("with.png", false, List.of());
        assertThat(draw("without.png", true, List.of())).hasSameBinaryContentAs(with);
    }

    @Test
    void aPreparedFolderWorksThroughItsFlag() throws IOException, InterruptedException {
        String flag = ReportFonts.prepare(folder.resolve("fonts \u00e4"));
        assertThat(flag).startsWith("-Dsun.awt.fontconfig=").endsWith("fontconfig.properties");
        assertThat(folder.resolve("fonts \u00e4").resolve("LICENSE.txt")).content().contains("Bitstream", "Tavmjong Bah");
        assertThat(draw("flag.png", true, List.of(flag))).hasSameBinaryContentAs(draw("with.png", false, List.of()));
    }

    private Path draw(String name, boolean withoutFonts, List<String> flags) throws IOException, InterruptedException {
        Path out = folder.resolve(name);
        // A home of its own: Java keeps a list of the fonts it once found there and would find them again.
        Path home = Files.createDirectory(folder.resolve("home of " + name));
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djava.awt.headless=true",
                "-Duser.home=" + home, "-Djava.io.tmpdir=" + folder));
        command.addAll(flags);
        command.addAll(Arrays.asList("-cp", System.getProperty("java.class.path"), Draw.class.getName(), out.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        if (withoutFonts) {
            Path empty = Files.writeString(folder.resolve("fonts.conf"), "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
            builder.environment().put("FONTCONFIG_FILE", empty.toString());
        }
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(folder.resolve("log"))).isZero();
        return out;
    }
}
