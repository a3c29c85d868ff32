package columna.experiments.spec;

import columna.experiments.yaml.Location;
import java.util.Map;

/**
 * Where each key was written.
 *
 * @param start the beginning of the file
 * @param written dotted path of a value or section to its place
 */
public record Places(Location start, Map<String, Location> written) {

    public Places {
        written = Map.copyOf(written);
    }

    Location of(String path) {
        for (String name = path; !name.isEmpty(); name = SignalTable.group(name)) {
            Location location = written.get(name);
            if (location != null) {
                return location;
            }
        }
        return start;
    }
}
