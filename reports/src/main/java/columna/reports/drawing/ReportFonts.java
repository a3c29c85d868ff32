package columna.reports.drawing;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The faces of all PNG charts: DejaVu Sans, shipped with the program, so that a chart looks the same whatever fonts are installed.
 *
 * <p>Java's font system refuses to start on a machine without any font, even if a program brings its own. There it needs a font
 * configuration file named by {@code -Dsun.awt.fontconfig}. Unless that property is already set, the first chart of a program
 * on Linux writes one with the two faces into a temporary folder, removed at exit, and sets the property for this JVM. A launcher can instead
 * prepare a lasting folder once with {@link #prepare} and pass the flag it returns.
 */
public final class ReportFonts {
    private static final String PROPERTY = "sun.awt.fontconfig";
    private static final List<String> FILES = List.of("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "LICENSE.txt");
    private static final List<String> LOGICAL = List.of("dialog", "sansserif", "serif", "monospaced", "dialoginput");
    private static final List<String> STYLES = List.of("plain", "bold", "italic", "bolditalic");

    private ReportFonts() {
    }

    /** The faces, loaded when first asked for. */
    private static final class Faces {
        static final Font REGULAR;
        static final Font BOLD;

        static {
            prepareThisMachine();
            REGULAR = load(FILES.get(0));
            BOLD = load(FILES.get(1));
        }

        private Faces() {
        }
    }

    static Font regular(float size) {
        return Faces.REGULAR.deriveFont(size);
    }

    static Font bold(float size) {
        return Faces.BOLD.deriveFont(size);
    }

    /**
     * Writes the fonts, their licence and {@code fontconfig.properties} into a folder.
     *
     * @return the flag for the java command: {@code -Dsun.awt.fontconfig=<folder>/fontconfig.properties}
     */
    public static String prepare(Path folder) throws IOException {
        return "-D" + PROPERTY + "=" + write(folder);
    }

    private static Path write(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath();
        Files.createDirectories(absolute);
        for (String name : FILES) {
            try (InputStream in = open(name)) {
                Files.copy(in, absolute.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return Files.writeString(absolute.resolve("fontconfig.properties"), configuration(absolute), StandardCharsets.ISO_8859_1);
    }

    private static String configuration(Path folder) {
        StringBuilder out = new StringBuilder("version=1\nsequence.allfonts=default\n");
        for (String logical : LOGICAL) {
            for (String style : STYLES) {
                out.append(logical).append('.').append(style).append(".default=").append(style.startsWith("bold") ? "Bold" : "Plain").append('\n');
            }
        }
        out.append("filename.Plain=").append(escaped(folder.resolve(FILES.get(0)))).append('\n');
        return out.append("filename.Bold=").append(escaped(folder.resolve(FILES.get(1)))).append('\n').toString();
    }

    /** A path as the value of a properties file: backslashes doubled, other than ASCII as Unicode escapes. */
    private static String escaped(Path path) {
        StringBuilder out = new StringBuilder();
        for (char c : path.toString().toCharArray()) {
            out.append(c == '\\' ? "\\\\" : c > '~' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
        return out.toString();
    }

    private static void prepareThisMachine() {
        if (System.getProperty(PROPERTY) != null || !System.getProperty("os.name").startsWith("Linux")) {
            return;
        }
        try {
            Path folder = Files.createTempDirectory("columna-fonts-");
            folder.toFile().deleteOnExit();
            Path file = write(folder);
            FILES.forEach(name -> folder.resolve(name).toFile().deleteOnExit());
            file.toFile().deleteOnExit();
            System.setProperty(PROPERTY, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("The chart fonts cannot be unpacked into " + System.getProperty("java.io.tmpdir") + ".", e);
        }
    }

    private static Font load(String name) {
        try (InputStream in = open(name)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The program is incomplete: " + name + " in its jar is damaged.", e);
        }
    }

    private static InputStream open(String name) {
        InputStream in = ReportFonts.class.getResourceAsStream("fonts/" + name);
        if (in == null) {
            throw new IllegalStateException("The program is incomplete: " + name + " is missing from its jar.");
        }
        return in;
    }
}
