package columna.cluster;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** What is sent to executors: this program's class path without the jars that a Spark installation has of itself. */
final class ShippedJars implements AutoCloseable {

    private final List<String> jars = new ArrayList<>();
    private final List<Path> made = new ArrayList<>();

    /**
     * Collects the jars; a folder of classes, as a build tool has it, becomes a jar.
     *
     * @param classPath as Java has it
     * @param sparkJars the folder of Spark's own jars
     */
    ShippedJars(String classPath, Path sparkJars) throws IOException {
        Set<String> known = names(sparkJars);
        for (String entry : classPath.split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                jars.add(jarOf(path).toString());
            } else if (Files.isRegularFile(path) && !known.contains(path.getFileName().toString())) {
                jars.add(path.toAbsolutePath().toString());
            }
        }
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private Path jarOf(Path folder) throws IOException {
        Path jar = Files.createTempFile("columna-classes-", ".jar");
        made.add(jar);
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(out); Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList()) {
                entries.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
        return jar;
    }

    /** Paths of jars. */
    List<String> jars() {
        return List.copyOf(jars);
    }

    @Override
    public void close() throws IOException {
        for (Path jar : made) {
            Files.deleteIfExists(jar);
        }
    }
}
