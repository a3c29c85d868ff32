package columna.cli;

import me.tongfei.progressbar.ProgressBarConsumer;

/** Writes each state of a progress bar over the last one, in one line of the terminal that never wraps. */
final class OneLine implements ProgressBarConsumer {
    private final Terminal terminal;

    OneLine(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A line that fills the last column would wrap on some terminals. */
    @Override
    public int getMaxRenderedLength() {
        return terminal.columns() - 1;
    }

    @Override
    public void accept(String line) {
        int width = getMaxRenderedLength();
        String fitted = line.length() > width ? line.substring(0, width) : line + " ".repeat(width - line.length());
        show("\r" + fitted);
    }

    @Override
    public void clear() {
        show("\r" + " ".repeat(getMaxRenderedLength()) + "\r");
    }

    private void show(String text) {
        terminal.err().print(text);
        terminal.err().flush();
    }

    /** The terminal stays open. */
    @Override
    public void close() {}
}
