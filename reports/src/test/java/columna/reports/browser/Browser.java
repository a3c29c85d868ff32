package columna.reports.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A headless Chromium of its own, with an empty profile, ended when closed. Without a browser {@link #start} fails and says what to
 * install; with {@code -Dbrowser=none} it prints that browser tests are left out and aborts the test.
 */
public final class Browser implements AutoCloseable {
    private static final int START_SECONDS = 60;
    private final Process process;
    private final Path profile;
    private final DevTools tools;

    private Browser(Process process, Path profile, DevTools tools) {
        this.process = process;
        this.profile = profile;
        this.tools = tools;
    }

    public static Browser start() {
        String wanted = System.getProperty(Chromium.PROPERTY, "");
        if (wanted.equals(Chromium.NONE)) {
            System.out.println("Browser tests are left out, as -Dbrowser=none asks.");
        }
        Path program = Chromium.find(wanted, String.valueOf(System.getenv("PATH")));
        try {
            Path profile = Files.createTempDirectory("columna-browser");
            File log = profile.resolve("browser.log").toFile();
            Process process = new ProcessBuilder(Chromium.command(program, profile)).redirectErrorStream(true).redirectOutput(log).start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new Browser(process, profile, DevTools.connect(address(process, profile)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The browser writes where it listens into its profile: a port and a path. */
    private static String address(Process process, Path profile) throws IOException {
        Path file = profile.resolve("DevToolsActivePort");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() >= 2) {
                return "ws://127.0.0.1:" + lines.get(0) + lines.get(1);
            }
            pause();
        }
        process.destroyForcibly();
        throw new AssertionError("The browser did not start within " + START_SECONDS + " seconds; it said: " + Files.readString(profile.resolve("browser.log")));
    }

    static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Opens a page from disk in a tab of its own and waits until it is loaded. */
    public Tab open(Path page) {
        String target = tools.send("", "Target.createTarget", Map.of("url", "about:blank")).get("targetId").asString();
        String session = tools.send("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true)).get("sessionId").asString();
        Tab tab = new Tab(tools, session, target);
        tab.open(page.toUri());
        return tab;
    }

    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        children.forEach(child -> child.onExit().join());
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
