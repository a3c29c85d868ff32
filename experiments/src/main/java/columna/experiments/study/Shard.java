package columna.experiments.study;

import columna.experiments.yaml.BadInput;

/**
 * A part of a sweep for one task of a job array: every {@code count}-th configuration.
 *
 * @param index from 1 to {@code count}
 * @param count parts
 */
public record Shard(int index, int count) {

    /** The whole. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final int MOST = 100_000;

    /** Reads {@code 3/16}. */
    public static Shard parse(String text) {
        if (text.matches("[0-9]{1,6}/[0-9]{1,6}")) {
            int index = Integer.parseInt(text.substring(0, text.indexOf('/')));
            int count = Integer.parseInt(text.substring(text.indexOf('/') + 1));
            if (index >= 1 && index <= count && count <= MOST) {
                return new Shard(index, count);
            }
        }
        throw new BadInput("--shard " + text + ": found no part of a whole; allowed: I/N with I from 1 to N, for example 3/16");
    }

    /** Whether a configuration belongs to it. */
    boolean holds(int configuration) {
        return configuration % count == index - 1;
    }

    /** How many of so many configurations belong to it. */
    long of(long configurations) {
        return (configurations - index + count) / count;
    }
}
