package columna.experiments.study.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskTest {

    /** Names as Linux, macOS and Windows give them to Java. */
    @ParameterizedTest
    @CsvSource({"ext4, LOCAL", "xfs, LOCAL", "btrfs, LOCAL", "zfs, LOCAL", "tmpfs, LOCAL", "overlay, LOCAL", "apfs, LOCAL", "NTFS, LOCAL",
            "nfs, NETWORK", "nfs4, NETWORK", "lustre, NETWORK", "beegfs, NETWORK", "gpfs, NETWORK", "cifs, NETWORK", "fuse.sshfs, NETWORK", "ceph, NETWORK"})
    void aFileSystemsTypeTells(String type, Disk disk) {
        assertThat(Disk.ofType(type)).isEqualTo(disk);
    }
}
