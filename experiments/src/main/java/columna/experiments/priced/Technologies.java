package columna.experiments.priced;

import columna.experiments.spec.ExperimentSpec;
import columna.experiments.yaml.BadInput;
import columna.experiments.yaml.Location;
import columna.hardware.technology.Technology;
import columna.hardware.technology.TechnologyFileException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the technology that an experiment names. */
public final class Technologies {

    private Technologies() {}

    /** A shipped technology by name, or a file of the user's. */
    public static Technology of(ExperimentSpec spec) {
        return of(spec.technology(), spec.locationOf("technology"));
    }

    /** The same by what a file says at a place. */
    public static Technology of(String name, Location place) {
        try {
            return Technology.names().contains(name) || !Files.exists(Path.of(name))
                    ? Technology.named(name)
                    : Technology.read(Path.of(name));
        } catch (TechnologyFileException e) {
            throw new BadInput(e.getMessage());
        } catch (IllegalArgumentException e) {
            throw place.complain(e.getMessage());
        }
    }
}
