package columna.experiments.study.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.sqlite.SQLiteConfig.JournalMode;

/** What a study's folder lies on, which decides how SQLite keeps the file whole. */
public enum Disk {
    /** A disk of this machine: a write-ahead log, so that others can read while one writes. */
    LOCAL(JournalMode.WAL),
    /** A file system that other machines see: a rollback journal, because a write-ahead log needs memory that all who open the file share. */
    NETWORK(JournalMode.DELETE);

    private static final Set<String> NETWORK_TYPES = Set.of("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afs", "lustre", "gpfs", "beegfs", "ceph",
            "pvfs2", "orangefs", "glusterfs", "panfs", "wekafs", "9p", "virtiofs", "afpfs", "webdav");

    private final JournalMode journal;

    Disk(JournalMode journal) {
        this.journal = journal;
    }

    JournalMode journal() {
        return journal;
    }

    /** Of an existing folder, as far as its file system's type tells. */
    public static Disk of(Path folder) throws IOException {
        return ofType(Files.getFileStore(folder).type());
    }

    /** All file systems in user space count as a network's: what is behind them cannot be seen. */
    static Disk ofType(String type) {
        String name = type.toLowerCase(Locale.ROOT);
        return NETWORK_TYPES.contains(name) || name.startsWith("fuse") ? NETWORK : LOCAL;
    }
}
