package columna.experiments.rtl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Compiles and runs benches. */
enum BenchSimulator {
    ICARUS("iverilog", "iverilog") {
        @Override
        List<String> compile(Bench bench, Path folder, Path shared) {
            return List.of("iverilog", "-g2012", "-s", bench.top(), "-o", "bench.vvp", "-I", ".", "-I", rtl("test"), "-Y", ".sv",
                    "-y", rtl(""), rtl("test/" + bench.top() + ".sv"));
        }

        @Override
        List<String> run(Path folder, Path shared, Bench bench) {
            return List.of("vvp", "-n", "bench.vvp", "+vectors=" + Bench.VECTORS);
        }
    },
    /** All benches are made in one folder, so that Verilator's own library is compiled once. */
    VERILATOR("verilator", "verilator") {
        @Override
        List<String> compile(Bench bench, Path folder, Path shared) {
            return List.of("verilator", "--binary", "--timing", "-j", "2", "-O1", "-Wno-fatal", "-Wno-lint", "-Wno-style",
                    "-CFLAGS", "-O0", "-MAKEFLAGS", "-s OPT_FAST=-O0 OPT_SLOW=-O0 OPT_GLOBAL=-O0", "--Mdir", shared.toString(), "--prefix", "V" + bench.top(),
                    "-o", bench.top(), "--top-module", bench.top(), "-I" + folder, "-I" + rtl("test"), "-y", rtl(""),
                    rtl("test/" + bench.top() + ".sv"));
        }

        @Override
        List<String> run(Path folder, Path shared, Bench bench) {
            return List.of(shared.resolve(bench.top()).toString(), "+vectors=" + Bench.VECTORS);
        }
    };

    private final String program;
    private final String debianPackage;

    BenchSimulator(String program, String debianPackage) {
        this.program = program;
        this.debianPackage = debianPackage;
    }

    abstract List<String> compile(Bench bench, Path folder, Path shared);

    abstract List<String> run(Path folder, Path shared, Bench bench);

    /**
     * Fails with what the bench or the compiler says.
     *
     * @param folder an empty folder
     * @param shared the simulator's own folder, for all benches
     */
    void check(Bench bench, Path folder, Path shared) throws IOException, InterruptedException {
        bench.write(folder);
        Output compiled = execute(compile(bench, folder, shared), folder);
        assertThat(compiled.code()).as("%s: %s", bench, compiled.text()).isZero();
        Output said = execute(run(folder, shared, bench), folder);
        int lines = bench.vectors().lines().size();
        assertThat(said.text().lines()).as("%s: %s", bench, said.text()).contains("PASS " + lines);
        assertThat(said.code()).as("%s: %s", bench, said.text()).isZero();
    }

    private record Output(int code, String text) {}

    private Output execute(List<String> command, Path folder) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        } catch (IOException missing) {
            return fail("Found no program '" + program + "' to run the benches with; install the Debian package " + debianPackage + ".");
        }
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Output(process.waitFor(), text);
    }

    /** A file of the hardware's sources. */
    static String rtl(String name) {
        return Path.of(System.getProperty("columna.root"), "src/rtl", name).toString();
    }
}
