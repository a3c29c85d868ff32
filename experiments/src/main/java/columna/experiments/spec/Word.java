package columna.experiments.spec;

/** An enumeration's constant as it is written in an experiment file. */
public interface Word {
    String word();
}
