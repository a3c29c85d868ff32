package columna.experiments.rtl;

import columna.experiments.yaml.BadInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** A simulator of SystemVerilog: both are Debian packages of the same name. */
public enum RtlSimulator {
    /** Compiles the chip to C++; fast. */
    VERILATOR("verilator", "verilator") {
        @Override
        public void compile(Path folder) {
            write(folder.resolve("main.cpp"), MAIN);
            List<String> command = new ArrayList<>(List.of(
                    "verilator", "--cc", "--exe", "--build", "-O3", "--x-assign", "fast", "--noassert", "-j", "2",
                    "-MAKEFLAGS", "OPT_FAST=-O1 OPT_SLOW=-O0", "-Mdir", "verilated", "--top-module", "chip_test", "-Wno-fatal", "-Wno-lint", "-Wno-style", "-Wno-WIDTH",
                    "main.cpp", "chip.sv"));
            command.addAll(modules());
            build(folder, command);
        }

        @Override
        List<String> command() {
            return List.of("./verilated/Vchip_test");
        }
    },
    /** Interprets events; slow, and a second opinion. */
    ICARUS("iverilog", "iverilog") {
        @Override
        public void compile(Path folder) {
            List<String> command =
                    new ArrayList<>(List.of("iverilog", "-g2012", "-s", "clocked_chip_test", "-o", "chip.vvp", "chip.sv"));
            command.addAll(modules());
            build(folder, command);
        }

        @Override
        List<String> command() {
            return List.of("vvp", "-n", "chip.vvp");
        }
    };

    private static final String MAIN =
            """
            // Clocks the chip until it says that it is done.
            #include "Vchip_test.h"
            #include "verilated.h"
            int main(int argc, char** argv) {
              VerilatedContext context;
              context.commandArgs(argc, argv);
              Vchip_test chip{&context};
              while (!context.gotFinish()) {
                chip.clock = 0;
                chip.eval();
                chip.clock = 1;
                chip.eval();
              }
              chip.final();
              return 0;
            }
            """;

    private final String program;
    private final String debianPackage;

    RtlSimulator(String program, String debianPackage) {
        this.program = program;
        this.debianPackage = debianPackage;
    }

    /** Translates an exported folder. */
    public abstract void compile(Path folder);

    /** Runs what was translated. */
    abstract List<String> command();

    /**
     * Refuses to start without the program.
     *
     * @throws BadInput naming the Debian package
     */
    public void require() {
        if (!answers(program, "-V")) {
            throw new BadInput("--simulator " + name().toLowerCase(Locale.ROOT) + ": found no program '" + program
                    + "'; install the Debian package " + debianPackage + " or take the other simulator");
        }
    }

    /** Whether a program is there. */
    static boolean answers(String program, String argument) {
        try {
            new ProcessBuilder(program, argument).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start().waitFor();
            return true;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            throw interrupted();
        }
    }

    /** Simulates until the end or until the predicate has enough of the output's lines; false if it had. */
    public boolean run(Path folder, List<String> arguments, Predicate<String> line) {
        List<String> command = new ArrayList<>(command());
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
            try (BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8), 1 << 16)) {
                for (String next = output.readLine(); next != null; next = output.readLine()) {
                    if (!line.test(next)) {
                        process.destroyForcibly();
                        return false;
                    }
                }
            }
            process.waitFor();
            return true;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw interrupted();
        }
    }

    static List<String> modules() {
        return RtlFolder.moduleFiles().stream().map(file -> "rtl/" + file).toList();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException denied) {
            throw new UncheckedIOException(denied);
        }
    }

    private static void build(Path folder, List<String> command) {
        try {
            Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command.getFirst() + " refused the chip's SystemVerilog: " + said);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw interrupted();
        }
    }

    private static IllegalStateException interrupted() {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while an RTL simulator ran");
    }
}
