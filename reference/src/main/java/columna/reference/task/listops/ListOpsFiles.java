package columna.reference.task.listops;

import columna.reference.task.LabelledSymbols;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of Long Range Arena: {@code basic_train.tsv}, {@code basic_val.tsv}, {@code basic_test.tsv}, a header line
 * {@code Source<tab>Target}, then one expression and its value per line; lines end in CR LF.
 */
public final class ListOpsFiles {

    private static final String HEADER = "Source\tTarget";

    private ListOpsFiles() {}

    /**
     * Reads the three files of a folder.
     *
     * @throws IllegalArgumentException if a file is missing, or a line is not an expression with its value; the message is one sentence
     */
    public static ListOpsExamples read(Path folder) throws IOException {
        return new ListOpsExamples(readFile(file(folder, "train")), readFile(file(folder, "val")), readFile(file(folder, "test")));
    }

    /** Writes the three files into a folder that exists. */
    public static void write(Path folder, ListOpsExamples examples) throws IOException {
        writeFile(file(folder, "train"), examples.training());
        writeFile(file(folder, "val"), examples.validation());
        writeFile(file(folder, "test"), examples.test());
    }

    private static Path file(Path folder, String set) {
        return folder.resolve("basic_" + set + ".tsv");
    }

    private static List<LabelledSymbols> readFile(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("ListOps: there is no file " + file + "; needed are basic_train.tsv, basic_val.tsv and basic_test.tsv");
        }
        List<LabelledSymbols> examples = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            int number = 1;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (number > 1) {
                    examples.add(example(line, file, number));
                } else if (!line.equals(HEADER)) {
                    throw bad(file, number, "the header is not Source, a tab, Target");
                }
                number++;
            }
        }
        if (examples.isEmpty()) {
            throw new IllegalArgumentException("ListOps: " + file + " holds no expression; at least 1 is needed");
        }
        return List.copyOf(examples);
    }

    private static LabelledSymbols example(String line, Path file, int number) {
        int tab = line.indexOf('\t');
        String target = line.substring(tab + 1);
        if (tab < 0 || target.length() != 1 || target.charAt(0) < '0' || target.charAt(0) > '9') {
            throw bad(file, number, "an expression, a tab and a target from 0 to 9 are needed");
        }
        try {
            byte[] symbols = ExpressionParser.symbols(line.substring(0, tab));
            int value = ExpressionParser.expression(symbols).value();
            if (value != target.charAt(0) - '0') {
                throw new IllegalArgumentException("target " + target + " of an expression whose value is " + value);
            }
            return new LabelledSymbols(symbols, value);
        } catch (IllegalArgumentException e) {
            throw bad(file, number, e.getMessage());
        }
    }

    private static IllegalArgumentException bad(Path file, int number, String what) {
        return new IllegalArgumentException("ListOps: " + file + ", line " + number + ": " + what);
    }

    private static void writeFile(Path file, List<LabelledSymbols> examples) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.append(HEADER).append("\r\n");
            for (LabelledSymbols example : examples) {
                StringBuilder text = new StringBuilder();
                ExpressionParser.expression(example.symbols()).write(text);
                writer.append(text.append('\t').append(example.label()).append("\r\n"));
            }
        }
    }
}
