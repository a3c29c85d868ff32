package columna.experiments.study.definition;

import java.util.List;

/**
 * One level of every axis. Seeds are not part of it: a configuration is simulated with each seed of the study.
 *
 * @param number its place in the study, from 0
 * @param levels index of the level of each axis
 */
public record Configuration(int number, List<Integer> levels) {
    public Configuration {
        levels = List.copyOf(levels);
    }
}
