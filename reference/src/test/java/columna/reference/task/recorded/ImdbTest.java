package columna.reference.task.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.reference.task.Sequence;
import columna.reference.task.Sets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImdbTest {

    @TempDir
    private Path folder;

    /** a 20 times, b 15 times, c 14 times: c is too rare. */
    @BeforeEach
    void write() throws IOException {
        review("train/neg/0_1.txt", "a".repeat(12) + "b".repeat(10));
        review("train/pos/0_9.txt", "a".repeat(8) + "b".repeat(5) + "c".repeat(14));
        review("test/neg/0_2.txt", "bca");
        review("test/neg/1_2.txt", "a\uD83D\uDE00b");
        review("test/pos/0_8.txt", "ab".repeat(4096));
        review("test/pos/notes.md", "not a review");
    }

    private void review(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void charactersByFrequencyRareOnesUnknownThenTheEnd() throws IOException {
        Sets sets = Imdb.read(folder);
        assertThat(sets.training()).hasSize(2);
        assertThat(sets.test()).hasSize(3);
        assertThat(sets.validation()).isEqualTo(sets.test());
        assertThat(symbols(sets.test().get(0))).containsExactly(4, 1, 3, 2);
        assertThat(sets.test().get(0).inputs()[0]).hasSize(135);
    }

    /** A character outside the basic plane is one time step, as in the paper's code. */
    @Test
    void aCodePointIsOneCharacter() throws IOException {
        assertThat(symbols(Imdb.read(folder).test().get(1))).containsExactly(3, 1, 4, 2);
    }

    @Test
    void labelsAndMasks() throws IOException {
        Sets sets = Imdb.read(folder);
        assertThat(sets.training().get(0).targets()[0]).containsExactly(0);
        assertThat(sets.training().get(1).targets()[0]).containsExactly(1);
        assertThat(sets.training().get(1).mask()).hasSize(28).containsOnly(1);
    }

    @Test
    void longReviewsAreCutToMakeRoomForTheEnd() throws IOException {
        int[] symbols = symbols(Imdb.read(folder).test().get(2));
        assertThat(symbols).hasSize(4096).endsWith(3, 2);
        assertThat(symbols[4093]).isEqualTo(4);
    }

    /** Only the characters that are kept count: b occurs 15 times, but one of them behind the cut. */
    @Test
    void theVocabularyIsOfTheTextsAsCut() throws IOException {
        review("train/neg/0_1.txt", "b".repeat(9) + "a".repeat(4086) + "b");
        assertThat(symbols(Imdb.read(folder).test().get(0))).containsExactly(1, 1, 3, 2);
    }

    @Test
    void refusals() throws IOException {
        StringBuilder many = new StringBuilder();
        for (int c = 0; c < 133; c++) {
            many.repeat(0x4E00 + c, 15);
        }
        review("train/neg/1_1.txt", many.toString());
        assertThatThrownBy(() -> Imdb.read(folder)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("IMDB: " + folder.resolve("train") + " has a vocabulary of 138 symbols; at most 135 are allowed");
        Files.delete(folder.resolve("train/pos/0_9.txt"));
        assertThatThrownBy(() -> Imdb.read(folder)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("IMDB: folder " + folder.resolve("train/pos") + " holds no .txt file; at least 1 is needed");
        Files.delete(folder.resolve("train/pos"));
        assertThatThrownBy(() -> Imdb.read(folder)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("IMDB: there is no folder " + folder.resolve("train/pos"));
    }

    private static int[] symbols(Sequence sequence) {
        return Arrays.stream(sequence.inputs()).mapToInt(row -> {
            int symbol = 0;
            while (row[symbol] == 0) {
                symbol++;
            }
            return symbol;
        }).toArray();
    }
}
