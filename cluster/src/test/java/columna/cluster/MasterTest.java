package columna.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.experiments.yaml.BadInput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "localhost:7077", "spark://", "spark://localhost", "spark://localhost:99999", "spark://a:1,", "spark://a b:1",
            "local[2]", "local-cluster[2,1]", "local-cluster[0,1,1024]", "yarn", "k8s://https://host:443"})
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> Master.parse(text)).isInstanceOf(BadInput.class)
                .hasMessageStartingWith("--cluster " + text + ": found no address of a cluster; allowed: spark://HOST:PORT");
    }

    @Test
    void anAddressMayNameSeveralMasters() {
        assertThat(Master.parse("spark://one:7077,two:7078").sockets()).extracting(socket -> socket.getHostString() + " " + socket.getPort())
                .containsExactly("one 7077", "two 7078");
        assertThat(Master.parse("local-cluster[2,1,1024]").sockets()).isEmpty();
    }

    @Test
    void aSilentAddressIsToldAtOnce() throws IOException {
        int free;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = once.getLocalPort();
        }
        assertThatThrownBy(() -> Master.parse("spark://127.0.0.1:" + free).reach()).isInstanceOf(BadInput.class)
                .hasMessage("--cluster spark://127.0.0.1:" + free + ": found nothing that answers there (connection refused); allowed: the address that a "
                        + "running master of Spark prints and shows on its page");
    }

    @Test
    void theWayBackIsTheWayThere() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Master.parse("spark://127.0.0.1:" + listening.getLocalPort()).reach()).contains("127.0.0.1");
        }
    }
}
