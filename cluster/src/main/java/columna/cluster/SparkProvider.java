package columna.cluster;

import columna.experiments.study.engine.Workforce;
import columna.experiments.study.engine.WorkforceProvider;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** Connects to a standalone cluster of Spark. */
public final class SparkProvider implements WorkforceProvider {

    @Override
    public Workforce connect(String address, OptionalInt size, Path log) {
        Master master = Master.parse(address);
        Optional<String> local = master.reach();
        SparkLog.to(log);
        return SparkConnection.open(master, local, size, log);
    }
}
