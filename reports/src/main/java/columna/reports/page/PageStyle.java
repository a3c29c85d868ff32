package columna.reports.page;

import columna.reports.drawing.Palette;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** The style sheet and the script that ship with the program, with the palette's colours filled in. */
final class PageStyle {
    private PageStyle() {
    }

    static String css() {
        return resource("report.css").replace("/*light-series*/", series(Palette.LIGHT)).replace("/*dark-series*/", series(Palette.DARK));
    }

    static String script() {
        return resource("report.js");
    }

    /** The script's name in a Content-Security-Policy: its SHA-256 in base 64. */
    static String scriptHash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(script().getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private static String series(List<String> colours) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < colours.size(); i++) {
            out.append("--s").append(i + 1).append(":#").append(colours.get(i)).append(';');
        }
        return out.toString();
    }

    private static String resource(String name) {
        try (InputStream in = PageStyle.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + name + " is missing from its jar.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
