package columna.experiments.reproduce.zucchet2023;

import static org.assertj.core.api.Assertions.assertThat;

import columna.reference.network.NetworkSpec;
import columna.reference.network.ParameterShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published parameter counts (appendix, table 5, and the text on CIFAR-10) confirm every size. */
class ArchitectureSizeTest {

    @ParameterizedTest
    @CsvSource({"LRU_4, 268430", "RNN_4, 267956", "GRU_4, 270011", "GRU_1, 269488"})
    void copyTask(Architecture architecture, int published) {
        assertThat(count(architecture.network(CopySize.PAPER))).isEqualTo(published);
    }

    /** 1,063,178 is quoted beside CIFAR-10 and is the count with the encoder of ListOps; 1,058,826 is the one with three inputs. */
    @ParameterizedTest
    @CsvSource({"LISTOPS, 1063178", "SCIFAR, 1058826"})
    void longSequences(LongTask task, int published) {
        assertThat(count(task.network(true))).isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource({"294, 1068086"})
    void linearRnnOnCifar(int width, int published) {
        assertThat(count(LongTask.SCIFAR.network(NetworkSpec.Cell.RNN, width, true))).isEqualTo(published);
    }

    private static int count(NetworkSpec network) {
        return ParameterShape.of(network).stream().mapToInt(ParameterShape::count).sum();
    }
}
