package columna.cluster;

import columna.experiments.yaml.BadInput;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a cluster, looked at before Spark is: a mistake is answered at once.
 *
 * @param text as the user wrote it
 * @param sockets of masters, one of which leads; none for a cluster of this machine's own
 */
record Master(String text, List<InetSocketAddress> sockets) {

    private static final Pattern LOCAL = Pattern.compile("local-cluster\\[[1-9][0-9]{0,2},[1-9][0-9]{0,2},[1-9][0-9]{2,5}]");
    private static final Pattern SOCKET = Pattern.compile("([^,:/\\s]+):([0-9]{1,5})");
    private static final String SCHEME = "spark://";
    private static final int PATIENCE_MILLIS = 5_000;

    /**
     * Reads an address.
     *
     * @throws BadInput if it is none
     */
    static Master parse(String text) {
        if (LOCAL.matcher(text).matches()) {
            return new Master(text, List.of());
        }
        if (text.startsWith(SCHEME)) {
            List<InetSocketAddress> sockets = new ArrayList<>();
            for (String part : text.substring(SCHEME.length()).split(",", -1)) {
                Matcher matcher = SOCKET.matcher(part);
                if (matcher.matches() && Integer.parseInt(matcher.group(2)) <= 65_535) {
                    sockets.add(InetSocketAddress.createUnresolved(matcher.group(1), Integer.parseInt(matcher.group(2))));
                } else {
                    throw noAddress(text);
                }
            }
            return new Master(text, List.copyOf(sockets));
        }
        throw noAddress(text);
    }

    private static BadInput noAddress(String text) {
        return new BadInput("--cluster " + text + ": found no address of a cluster; allowed: spark://HOST:PORT of a master of Spark, "
                + "or local-cluster[WORKERS,CORES,MEGABYTES], which starts so many processes here, for example local-cluster[2,1,1024]");
    }

    /**
     * Waits for an answer of any master.
     *
     * @return the address of this machine from which the masters are reached, if they are other processes
     * @throws BadInput if none answers
     */
    Optional<String> reach() {
        List<String> reasons = new ArrayList<>();
        for (InetSocketAddress socket : sockets) {
            InetSocketAddress resolved = new InetSocketAddress(socket.getHostString(), socket.getPort());
            if (resolved.isUnresolved()) {
                reasons.add("no machine of the name " + socket.getHostString());
            } else {
                try (Socket connection = new Socket()) {
                    connection.connect(resolved, PATIENCE_MILLIS);
                    return Optional.of(localAddress(resolved));
                } catch (IOException silent) {
                    reasons.add(String.valueOf(silent.getMessage()).toLowerCase(java.util.Locale.ROOT));
                }
            }
        }
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        throw new BadInput("--cluster " + text + ": found nothing that answers there (" + String.join("; ", reasons)
                + "); allowed: the address that a running master of Spark prints and shows on its page");
    }

    /** Executors must find the way back: through the network card that the way to the master goes through. No packet is sent. */
    private static String localAddress(InetSocketAddress master) throws SocketException {
        try (DatagramSocket way = new DatagramSocket()) {
            way.connect(master);
            InetAddress local = way.getLocalAddress();
            return local.getHostAddress();
        }
    }
}
