package columna.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A standalone cluster of Spark on the loopback device, every part a process of its own; nothing of it is left after {@link #close}. */
final class LoopbackCluster implements AutoCloseable {

    /** A worker's process and the folder that it works in. */
    record Worker(Process process, Path folder) {

        /** The process of its only executor. */
        ProcessHandle executor() {
            return process.toHandle().children().findFirst().orElseThrow(() -> new AssertionError("the worker has no executor; see " + folder));
        }

        /** What Spark calls its only executor: the name of the executor's folder, below that of the application. */
        String executorId() throws IOException {
            try (Stream<Path> files = Files.walk(folder, 2)) {
                return files.filter(file -> file.getParent().getFileName().toString().startsWith("app-")).map(file -> file.getFileName().toString())
                        .findFirst().orElseThrow(() -> new AssertionError("the worker had no executor; see " + folder));
            }
        }

        void kill() {
            executor().destroyForcibly();
            process.destroyForcibly();
        }
    }

    private static final Pattern ADDRESS = Pattern.compile("Starting Spark master at (spark://127\\.0\\.0\\.1:\\d+)");
    private static final int PATIENCE_SECONDS = 300;
    private static final String MEMORY = "512m";

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();
    private final String address;
    private final List<Worker> workers = new ArrayList<>();

    LoopbackCluster(Path folder, int size) throws IOException, InterruptedException {
        this.folder = folder;
        try {
            Path log = folder.resolve("master.log");
            // Port 0: whichever is free.
            java("master", "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", "0", "--webui-port", "0");
            address = await(log, ADDRESS).group(1);
            for (int i = 0; i < size; i++) {
                Path work = Files.createDirectory(folder.resolve("worker-" + i));
                workers.add(new Worker(java("worker-" + i, "org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1", "--port", "0", "--webui-port", "0",
                        "--cores", "1", "--memory", MEMORY, "--work-dir", work.toString(), address), work));
            }
        } catch (IOException | InterruptedException | RuntimeException | Error failed) {
            close();
            throw failed;
        }
    }

    private Process java(String name, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx256m", "-Dspark.master.rest.enabled=false",
                "-cp", System.getenv("SPARK_HOME") + "/jars/*", main));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().keySet().removeIf(key -> key.equals("JAVA_TOOL_OPTIONS") || key.startsWith("SPARK_WORKER") || key.startsWith("SPARK_MASTER"));
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private Matcher await(Path log, Pattern line) throws IOException, InterruptedException {
        for (int second = 0; second < PATIENCE_SECONDS; second++) {
            Matcher matcher = line.matcher(Files.readString(log));
            if (matcher.find()) {
                return matcher;
            }
            Thread.sleep(1_000);
        }
        throw new AssertionError("Spark did not start within " + PATIENCE_SECONDS + " seconds:\n" + Files.readString(log));
    }

    String address() {
        return address;
    }

    List<Worker> workers() {
        return workers;
    }

    /** Kills all, executors first: a worker would start them anew. */
    @Override
    public void close() {
        List<ProcessHandle> all = new ArrayList<>();
        processes.forEach(process -> {
            process.descendants().forEach(all::add);
            all.add(process.toHandle());
        });
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }
}
