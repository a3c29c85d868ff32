package columna.experiments.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlFileTest {
    @TempDir
    private Path folder;

    private String file(byte... bytes) throws IOException {
        return Files.write(folder.resolve("f.yaml"), bytes).toString();
    }

    @Test
    void aWrongByteIsFoundAtItsLineAndColumn() throws IOException {
        String name = file((byte) 'a', (byte) ':', (byte) '\n', (byte) 0xC3, (byte) 0xA4, (byte) 0xFF);
        assertThatThrownBy(() -> YamlFile.read(name)).isInstanceOf(BadInput.class).hasMessage(
                name + ":2:2: found the byte 0xFF, which is not UTF-8; save the file as UTF-8");
    }

    @Test
    void aCharacterCutOffAtTheEndIsNotUtf8Either() throws IOException {
        String name = file((byte) 'a', (byte) 0xC3);
        assertThatThrownBy(() -> YamlFile.read(name)).isInstanceOf(BadInput.class).hasMessageStartingWith(name + ":1:2: found the byte 0xC3");
    }

    @Test
    void aByteOrderMarkIsNoMistake() throws IOException {
        assertThat(YamlFile.read(file((byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 'a', (byte) ':')).entries()).hasSize(1);
    }

    @Test
    void aHugeFileIsRefusedBeforeItIsRead() throws IOException {
        Path huge = folder.resolve("huge.yaml");
        try (var channel = new java.io.RandomAccessFile(huge.toFile(), "rw")) {
            channel.setLength(YamlFile.LARGEST_BYTES + 1);
        }
        assertThatThrownBy(() -> YamlFile.read(huge.toString())).isInstanceOf(BadInput.class)
                .hasMessageContaining("1048577 bytes").hasMessageContaining("at most 1048576");
    }

    @Test
    void aFolderAndAMissingFileAreNamed() {
        assertThatThrownBy(() -> YamlFile.read(folder.toString())).isInstanceOf(BadInput.class).hasMessageContaining("found a folder");
        String missing = folder.resolve("none.yaml").toString();
        assertThatThrownBy(() -> YamlFile.read(missing)).isInstanceOf(BadInput.class).hasMessageContaining("found no such file");
    }

    @Test
    void columnsCountCodePoints() {
        YamlNode.Section section = YamlText.parse("f", "{\"𝄞𝄞\": 1}");
        assertThat(section.entries().getFirst().value().location()).isEqualTo(new Location("f", 1, 8));
    }
}
