package columna.experiments.study.engine;

import columna.experiments.yaml.BadInput;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.ServiceLoader;

/** Where a workforce of other machines comes from: an optional module, found on the class path, that knows a distributed engine. */
public interface WorkforceProvider {

    /**
     * Connects to a cluster and waits until it gives cores.
     *
     * @param address as the user wrote it, for example {@code spark://HOST:PORT}
     * @param size computations at a time; empty for as many as the cluster gives cores
     * @param log a file for what the engine has to say
     * @throws BadInput if that is no address, or nothing answers there
     */
    Workforce connect(String address, OptionalInt size, Path log);

    /**
     * Connects with the provider on the class path.
     *
     * @throws BadInput also if there is none
     */
    static Workforce cluster(String address, OptionalInt size, Path log) {
        WorkforceProvider provider = ServiceLoader.load(WorkforceProvider.class).findFirst()
                .orElseThrow(() -> new BadInput("--cluster " + address + ": found no module for clusters on the class path; allowed: to start the launcher "
                        + "columna, which builds and adds it, or to build it with 'mvn -pl cluster -am package' and add cluster/target/columna-cluster.jar "
                        + "and cluster/target/spark/jars/*"));
        return provider.connect(address, size, log);
    }
}
