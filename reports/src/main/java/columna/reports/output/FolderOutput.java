package columna.reports.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A folder on disk. Files are written into a hidden folder inside it and renamed into place by {@link #commit()}, so that a reader sees an
 * old file or a new one, never half of one. Files of an earlier report with other names stay. Not for use by several threads at once.
 */
public final class FolderOutput implements ReportOutput {
    private final Path folder;
    private final Path staging;
    private final Deque<Path> createdFolders = new ArrayDeque<>();
    private final Set<String> files = new LinkedHashSet<>();
    private boolean committed;

    private FolderOutput(Path folder) throws IOException {
        this.folder = folder.toAbsolutePath().normalize();
        createFolders(this.folder);
        this.staging = Files.createTempDirectory(this.folder, ".part-");
    }

    /** Opens the folder, making it and its parents if they do not exist. */
    public static FolderOutput of(Path folder) throws IOException {
        return new FolderOutput(folder);
    }

    private void createFolders(Path path) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path p = path; p != null && !Files.exists(p); p = p.getParent()) {
            missing.push(p);
        }
        for (Path p : missing) {
            try {
                Files.createDirectory(p);
                createdFolders.push(p);
            } catch (FileAlreadyExistsException other) {
                // Reports beside each other are written at the same time; whoever made the folder may remove it.
                if (!Files.isDirectory(p)) {
                    throw other;
                }
            }
        }
    }

    @Override
    public OutputStream createFile(String path) throws IOException {
        Path file = staging.resolve(ReportOutput.checked(path));
        Files.createDirectories(file.getParent());
        OutputStream stream = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        files.add(path);
        return stream;
    }

    @Override
    public void commit() throws IOException {
        for (String path : files) {
            Path target = folder.resolve(path);
            Files.createDirectories(target.getParent());
            Files.move(staging.resolve(path), target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        committed = true;
    }

    @Override
    public void close() throws IOException {
        delete(staging);
        if (!committed) {
            for (Path created : createdFolders) {
                deleteIfEmpty(created);
            }
        }
    }

    private static void delete(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (var children = Files.newDirectoryStream(path)) {
                for (Path child : children) {
                    delete(child);
                }
            }
        }
        Files.deleteIfExists(path);
    }

    private static void deleteIfEmpty(Path created) throws IOException {
        try (var children = Files.newDirectoryStream(created)) {
            if (children.iterator().hasNext()) {
                return;
            }
        }
        Files.delete(created);
    }
}
