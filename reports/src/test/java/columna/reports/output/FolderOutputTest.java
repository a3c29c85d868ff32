package columna.reports.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderOutputTest {
    @TempDir
    private Path folder;

    @Test
    void nothingIsThereBeforeTheCommitAndEverythingAfter() throws IOException {
        Path target = folder.resolve("a/report");
        try (ReportOutput output = FolderOutput.of(target)) {
            write(output, "charts/x.png", "one");
            assertThat(target.resolve("charts")).doesNotExist();
            output.commit();
        }
        assertThat(target.resolve("charts/x.png")).hasContent("one");
        assertThat(names(target)).containsExactly("charts");
    }

    @Test
    void withoutACommitTheFoldersItMadeAreGone() throws IOException {
        try (ReportOutput output = FolderOutput.of(folder.resolve("a/b/report"))) {
            write(output, "data/x.csv", "half");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void withoutACommitTheOldReportStays() throws IOException {
        Files.writeString(folder.resolve("index.html"), "old");
        Files.writeString(folder.resolve("notes.txt"), "mine");
        try (ReportOutput output = FolderOutput.of(folder)) {
            write(output, "index.html", "new");
        }
        assertThat(folder.resolve("index.html")).hasContent("old");
        assertThat(names(folder)).containsExactlyInAnyOrder("index.html", "notes.txt");
    }

    @Test
    void aCommitReplacesOnlyFilesOfTheSameName() throws IOException {
        Files.writeString(folder.resolve("index.html"), "old");
        Files.writeString(folder.resolve("notes.txt"), "mine");
        try (ReportOutput output = FolderOutput.of(folder)) {
            write(output, "index.html", "new");
            output.commit();
        }
        assertThat(folder.resolve("index.html")).hasContent("new");
        assertThat(folder.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void pathsCannotLeaveTheFolder() throws IOException {
        try (ReportOutput output = FolderOutput.of(folder)) {
            for (String path : List.of("../x", "/etc/x", "a//b", "a/./b", "", "a\\b", "C:x")) {
                assertThatIllegalArgumentException().isThrownBy(() -> output.createFile(path)).withMessageContaining(path);
            }
        }
    }

    @Test
    void memoryInsistsOnClosedStreams() {
        MemoryOutput output = new MemoryOutput();
        output.createFile("a");
        assertThatIllegalStateException().isThrownBy(output::commit).withMessageContaining("[a]");
        assertThatIllegalStateException().isThrownBy(() -> output.createFile("a")).withMessageContaining("twice");
    }

    private static void write(ReportOutput output, String path, String text) throws IOException {
        try (OutputStream stream = output.createFile(path)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
