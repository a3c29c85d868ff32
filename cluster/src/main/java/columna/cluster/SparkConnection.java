package columna.cluster;

import columna.cluster.task.RemoteTask;
import columna.experiments.yaml.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;

/** The way to a workforce: settings, waiting for the master and for executors, and whether they can do the work. */
final class SparkConnection {

    private static final int REGISTRATION_SECONDS = 60;
    private static final int EXECUTOR_SECONDS = 120;
    /** Executors of a cluster arrive within a moment of each other. */
    private static final int STEADY_SECONDS = 2;
    /** Of machines only: whatever the program does wrong is an answer. */
    private static final int FAILURES_OF_MACHINES = 16;

    private SparkConnection() {}

    static SparkWorkforce open(Master master, Optional<String> local, OptionalInt size, Path log) {
        try {
            ShippedJars jars = new ShippedJars(System.getProperty("java.class.path"), sparkJars());
            JavaSparkContext context = start(master, settings(master, local, jars), log);
            try {
                awaitExecutors(master, context, log);
                checkJava(master, context);
            } catch (RuntimeException refused) {
                context.stop();
                throw refused;
            }
            return new SparkWorkforce(context, jars, size.orElseGet(context::defaultParallelism), master.text());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where this process has its Spark from, if SPARK_HOME does not say. */
    private static Path sparkJars() {
        String home = System.getenv("SPARK_HOME");
        return home != null ? Path.of(home, "jars")
                : Path.of(SparkContext.class.getProtectionDomain().getCodeSource().getLocation().getPath()).getParent();
    }

    /** Settings of the user's, given as system properties {@code spark.*}, come first. */
    private static SparkConf settings(Master master, Optional<String> local, ShippedJars jars) throws IOException {
        SparkConf settings = new SparkConf()
                .setMaster(master.text())
                .setIfMissing("spark.app.name", "columna")
                .setIfMissing("spark.ui.enabled", "false")
                .setIfMissing("spark.task.maxFailures", Integer.toString(FAILURES_OF_MACHINES))
                .setJars(jars.jars().toArray(String[]::new));
        local.ifPresent(address -> settings.setIfMissing("spark.driver.host", address).setIfMissing("spark.driver.bindAddress", address));
        String extra = "spark.executor.extraJavaOptions";
        return settings.set(extra, (flags() + " " + settings.get(extra, "")).strip());
    }

    /** What executors need to run our code: as this program itself is started. */
    private static String flags() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = SparkConnection.class.getResourceAsStream("executor.properties")) {
            properties.load(in);
        }
        return properties.getProperty("flags") + " --sun-misc-unsafe-memory-access=allow -Djava.awt.headless=true";
    }

    /** Spark itself asks a silent master for a minute and more, and then throws whatever comes of half a start. */
    private static JavaSparkContext start(Master master, SparkConf settings, Path log) {
        FutureTask<JavaSparkContext> starting = new FutureTask<>(() -> new JavaSparkContext(settings));
        Thread.ofPlatform().name("spark start").daemon().start(starting);
        try {
            JavaSparkContext context = starting.get(REGISTRATION_SECONDS, TimeUnit.SECONDS);
            if (context.sc().isStopped()) {
                throw silent(master, log);
            }
            return context;
        } catch (TimeoutException | ExecutionException unfit) {
            throw silent(master, log);
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(unexpected);
        }
    }

    private static BadInput silent(Master master, Path log) {
        return new BadInput("--cluster " + master.text() + ": found no master of Spark " + org.apache.spark.package$.MODULE$.SPARK_VERSION()
                + " that takes an application; allowed: one of this version that runs (Spark's own words are in " + log + ")");
    }

    private static void awaitExecutors(Master master, JavaSparkContext context, Path log) {
        int steady = 0;
        int seen = 0;
        for (int second = 0; steady < STEADY_SECONDS; second++) {
            pause();
            int now = context.sc().statusTracker().getExecutorInfos().length - 1;
            steady = now > 0 && now == seen ? steady + 1 : 0;
            seen = now;
            if (seen <= 0 && second >= EXECUTOR_SECONDS || context.sc().isStopped()) {
                throw new BadInput("--cluster " + master.text() + ": found no worker that gives a core and " + context.getConf().get("spark.executor.memory", "1g")
                        + " of memory within " + EXECUTOR_SECONDS + " seconds; allowed: a master with such a worker that is free, or another "
                        + "spark.executor.memory (Spark's own words are in " + log + ")");
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(unexpected);
        }
    }

    /** An executor's Java is its worker's. One that is too old cannot even load our classes. */
    private static void checkJava(Master master, JavaSparkContext context) {
        int here = RemoteTask.javaVersion();
        int tasks = context.defaultParallelism();
        Set<Integer> versions = new HashSet<>();
        try {
            versions.addAll(context.parallelize(Collections.nCopies(tasks, 0), tasks).map(any -> RemoteTask.javaVersion()).collect());
        } catch (RuntimeException | Error other) {
            throw other;
        } catch (Exception failed) {
            // Thrown unchecked by Spark's Scala.
            if (failed instanceof SparkException && String.valueOf(failed.getMessage()).contains("UnsupportedClassVersionError")) {
                throw new BadInput("--cluster " + master.text() + ": found executors on a Java older than " + here
                        + "; allowed: workers started with JAVA_HOME at a JDK " + here);
            }
            throw new IllegalStateException(failed);
        }
        versions.remove(here);
        if (!versions.isEmpty()) {
            throw new BadInput("--cluster " + master.text() + ": found executors on Java " + versions.iterator().next() + "; allowed: Java " + here
                    + ", as here, so that every machine computes the same bits");
        }
    }
}
