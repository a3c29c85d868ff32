package columna.experiments.reproduction.store;

import columna.experiments.reproduce.Reproduction;
import columna.reference.random.RandomStreams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which program measures.
 *
 * @param version of the release
 * @param commit of the sources as the launcher found them, {@code -dirty} if they were changed since; "unknown" without it
 * @param fingerprint of the code that decides a reproduction's numbers: points of one fingerprint may stand beside each other, whatever was
 *     committed or not
 */
public record Program(String version, String commit, String fingerprint) {

    /** The launcher sets it. */
    static final String COMMIT_PROPERTY = "columna.commit";

    private static final int DIGITS = 16;

    /** This program, as far as it decides the reproduction's numbers. */
    public static Program of(Reproduction reproduction) {
        String version = Program.class.getPackage().getImplementationVersion();
        String commit = System.getProperty(COMMIT_PROPERTY, "");
        return new Program(version == null ? "not packaged" : version, commit.isBlank() ? "unknown" : commit, fingerprint(reproduction));
    }

    /** The paper's package, the vocabulary of reproductions and the learners. */
    private static String fingerprint(Reproduction reproduction) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest(digest, reproduction.getClass(), folder(reproduction.getClass()), Integer.MAX_VALUE);
            digest(digest, Reproduction.class, folder(Reproduction.class), 1);
            digest(digest, RandomStreams.class, "columna/reference", Integer.MAX_VALUE);
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("the program cannot read its own classes: " + unreadable.getMessage(), unreadable);
        }
    }

    private static String folder(Class<?> type) {
        return type.getPackageName().replace('.', '/');
    }

    private static void digest(MessageDigest digest, Class<?> type, String folder, int depth) throws IOException, URISyntaxException {
        Path source = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(source)) {
            digest(digest, source.resolve(folder), depth);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(source)) {
                digest(digest, jar.getPath(folder), depth);
            }
        }
    }

    private static void digest(MessageDigest digest, Path folder, int depth) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder, depth)) {
            files = found.filter(file -> file.toString().endsWith(".class")).sorted().toList();
        }
        try {
            files.forEach(file -> digest.update(bytes(file)));
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
