package columna.experiments.program;

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
 * A digest of the compiled code that decides some numbers: numbers of one fingerprint may stand beside each other, whatever was committed
 * or released in between. Not thread-safe.
 */
public final class Fingerprint {

    private static final int DIGITS = 16;

    private final MessageDigest digest;

    public Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Adds the classes of a package, without those of packages below it. */
    public Fingerprint ofPackage(Class<?> member) {
        return add(member, folder(member), 1);
    }

    /** Adds the classes of a package and of all packages below it. */
    public Fingerprint ofTree(Class<?> member) {
        return add(member, folder(member), Integer.MAX_VALUE);
    }

    /**
     * Adds all classes below a folder.
     *
     * @param member says which jar or folder of classes
     * @param folder for example {@code columna/reference}
     */
    public Fingerprint ofFolder(Class<?> member, String folder) {
        return add(member, folder, Integer.MAX_VALUE);
    }

    /** The first 64 bits in hexadecimal. */
    public String text() {
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    private static String folder(Class<?> type) {
        return type.getPackageName().replace('.', '/');
    }

    private Fingerprint add(Class<?> type, String folder, int depth) {
        try {
            Path source = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(source)) {
                add(source.resolve(folder), depth);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(source)) {
                    add(jar.getPath(folder), depth);
                }
            }
            return this;
        } catch (IOException | UncheckedIOException | URISyntaxException unreadable) {
            throw new IllegalStateException("the program cannot read its own classes: " + unreadable.getMessage(), unreadable);
        }
    }

    private void add(Path folder, int depth) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder, depth)) {
            files = found.filter(file -> file.toString().endsWith(".class")).sorted().toList();
        }
        files.forEach(file -> digest.update(bytes(file)));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
