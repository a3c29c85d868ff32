package columna.reference.task.listops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.reference.task.LabelledSymbols;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListOpsFilesTest {

    @TempDir
    private Path folder;

    /** The text form by the public generator's rules: every application to one more argument in parentheses. */
    @Test
    void writesThePublicForm() throws IOException {
        LabelledSymbols example = new LabelledSymbols(ExpressionParser.symbols("[MAX 2 [SM 9 4 ] ]"), 3);
        ListOpsFiles.write(folder, new ListOpsExamples(List.of(example), List.of(), List.of()));
        assertThat(folder.resolve("basic_train.tsv")).hasContent("Source\tTarget\r\n( ( ( [MAX 2 ) ( ( ( [SM 9 ) 4 ) ] ) ) ] )\t3\r\n");
        assertThat(folder.resolve("basic_val.tsv")).hasContent("Source\tTarget\r\n");
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        ListOpsExamples written = new ListOpsData(ListOpsTask.PAPER, 4).draw(20, 3, 2);
        ListOpsFiles.write(folder, written);
        ListOpsExamples read = ListOpsFiles.read(folder);
        same(read.training(), written.training());
        same(read.validation(), written.validation());
        same(read.test(), written.test());
    }

    private static void same(List<LabelledSymbols> read, List<LabelledSymbols> written) {
        assertThat(read).hasSameSizeAs(written);
        for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i).symbols()).isEqualTo(written.get(i).symbols());
            assertThat(read.get(i).label()).isEqualTo(written.get(i).label());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "( ( ( [MAX 2 ) 9 ) ] )#2 | target 2 of an expression whose value is 9",
        "( ( ( [MAX 2 ) 9 ) ] )   | an expression, a tab and a target from 0 to 9 are needed",
        "( ( ( [MAX 2 ) 9 ) ] )#10| an expression, a tab and a target from 0 to 9 are needed",
        "( ( [MAX 2 ) 9 )#9       | the expression is not closed",
        "( ( ( [TOP 2 ) 9 ) ] )#9 | word '[TOP'; allowed are 0 to 9, [MAX, [MIN, [MED, [SM, ], ( and )"
    })
    void badLinesAreNamed(String line, String message) throws IOException {
        Path file = folder.resolve("basic_train.tsv");
        Files.writeString(file, "Source\tTarget\n7\t7\n" + line.strip().replace('#', '\t') + "\n");
        assertThatThrownBy(() -> ListOpsFiles.read(folder)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ListOps: " + file + ", line 3: " + message);
    }

    @Test
    void missingOrForeignFilesAreNamed() throws IOException {
        assertThatThrownBy(() -> ListOpsFiles.read(folder)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("ListOps: there is no file " + folder.resolve("basic_train.tsv"));
        Files.writeString(folder.resolve("basic_train.tsv"), "a,b\n");
        assertThatThrownBy(() -> ListOpsFiles.read(folder)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("line 1: the header is not Source, a tab, Target");
        Files.writeString(folder.resolve("basic_train.tsv"), "Source\tTarget\n");
        assertThatThrownBy(() -> ListOpsFiles.read(folder)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("holds no expression; at least 1 is needed");
    }
}
