package columna.reference.task.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import columna.reference.task.Sequence;
import columna.reference.task.Sets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On files of the public format with 40 records of 3,073 bytes each. */
class Cifar10Test {

    private static final int RECORD = 3073;
    private static final int PER_FILE = 40;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        for (int file = 1; file <= 5; file++) {
            Files.write(folder.resolve("data_batch_" + file + ".bin"), bytes(file));
        }
        Files.write(folder.resolve("test_batch.bin"), bytes(6));
    }

    /** The first red byte numbers the record; every other byte is the sum of its place and the file. */
    private static byte[] bytes(int file) {
        byte[] bytes = new byte[PER_FILE * RECORD];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i % RECORD + file);
        }
        for (int record = 0; record < PER_FILE; record++) {
            bytes[record * RECORD] = (byte) (record % 10);
            bytes[record * RECORD + 1] = (byte) ((file - 1) * PER_FILE + record);
        }
        return bytes;
    }

    @Test
    void pixelsRowByRowNormalised() throws IOException {
        Sequence sequence = Cifar10.read(folder, 1).test().get(13);
        assertThat(sequence.steps()).isEqualTo(1024);
        assertThat(sequence.mask()).containsOnly(1);
        assertThat(List.of(sequence.targets())).allSatisfy(target -> assertThat(target).containsExactly(3));
        // Pixel in row 2, column 5: place 69 in each plane. Rounding of one division and one subtraction of numbers below 3.
        int place = 2 * 32 + 5;
        int[] levels = {(1 + place + 6) % 256, (1 + 1024 + place + 6) % 256, (1 + 2048 + place + 6) % 256};
        double[] mean = {0.4914, 0.4822, 0.4465};
        double[] deviation = {0.247, 0.243, 0.261};
        for (int c = 0; c < 3; c++) {
            assertThat(sequence.inputs()[place][c]).isCloseTo((levels[c] / 255.0 - mean[c]) / deviation[c], within(1e-14));
        }
    }

    /** Levels 0 and 255 are the ends of the normalised range: (0 - 0.4914) / 0.247 and (1 - 0.4465) / 0.261, worked by hand. */
    @Test
    void endsOfTheRange() throws IOException {
        byte[] bytes = new byte[RECORD];
        Arrays.fill(bytes, 1 + 2048, RECORD, (byte) 255);
        Files.write(folder.resolve("test_batch.bin"), bytes);
        Sequence sequence = Cifar10.read(folder, 1).test().getFirst();
        assertThat(sequence.inputs()[1023][0]).isCloseTo(-1.98947, within(1e-5));
        assertThat(sequence.inputs()[1023][2]).isCloseTo(2.12069, within(1e-5));
    }

    @Test
    void oneHundredthIsForValidationAndNothingIsInBoth() throws IOException {
        Sets sets = Cifar10.read(folder, 1);
        assertThat(sets.training()).hasSize(198);
        assertThat(sets.validation()).hasSize(2);
        assertThat(sets.test()).hasSize(40);
        List<Integer> numbers = new ArrayList<>(Stream.concat(sets.training().stream(), sets.validation().stream())
                .map(s -> (int) Math.round((s.inputs()[0][0] * 0.247 + 0.4914) * 255)).sorted().toList());
        assertThat(numbers).containsExactlyElementsOf(IntStream.range(0, 200).boxed().toList());
    }

    @Test
    void theSplitIsDrawnFromTheSeed() throws IOException {
        assertThat(firstRed(1)).isEqualTo(firstRed(1)).isNotEqualTo(firstRed(2));
    }

    private List<Double> firstRed(long seed) throws IOException {
        return Cifar10.read(folder, seed).training().stream().map(s -> s.inputs()[0][0]).toList();
    }

    @Test
    void truncatedFile() throws IOException {
        Path file = folder.resolve("data_batch_3.bin");
        Files.write(file, Arrays.copyOf(bytes(3), 2 * RECORD + 100));
        assertThatThrownBy(() -> Cifar10.read(folder, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("CIFAR-10: " + file + " ends at byte 6246, in the record that begins at byte 6146; each record has 3073 bytes");
    }

    @Test
    void fileTruncatedBetweenRecords() throws IOException {
        Path file = folder.resolve("data_batch_5.bin");
        Files.write(file, Arrays.copyOf(bytes(5), 39 * RECORD));
        assertThatThrownBy(() -> Cifar10.read(folder, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("CIFAR-10: " + file + " ends at byte 119847, data_batch_1.bin at byte 122920; all five training files must be equally long");
    }

    @Test
    void labelAboveNine() throws IOException {
        byte[] bytes = bytes(6);
        bytes[2 * RECORD] = (byte) 200;
        Files.write(folder.resolve("test_batch.bin"), bytes);
        assertThatThrownBy(() -> Cifar10.read(folder, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("CIFAR-10: " + folder.resolve("test_batch.bin") + " has label 200 at byte 6146; allowed are 0 to 9");
    }

    @Test
    void missingFile() throws IOException {
        Files.delete(folder.resolve("data_batch_2.bin"));
        assertThatThrownBy(() -> Cifar10.read(folder, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("CIFAR-10: there is no file " + folder.resolve("data_batch_2.bin"));
    }
}
