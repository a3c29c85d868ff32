package columna.cli;

import columna.experiments.reproduction.Reproductions;
import columna.experiments.run.Run;

/** Where the launcher enters the program. */
final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        StandardError.reopen();
        Terminal terminal = Terminal.ofProcess();
        System.exit(Columna.execute(terminal, Run::execute, Reproductions.all(), arguments));
    }
}
