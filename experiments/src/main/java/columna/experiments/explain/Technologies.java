package columna.experiments.explain;

import columna.hardware.technology.Technology;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The shipped technologies. */
public final class Technologies {

    private Technologies() {}

    /** Name to what it is. */
    public static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String name : Technology.names()) {
            Technology technology = Technology.named(name);
            all.put(name, String.format(Locale.ROOT, "%.0f nm CMOS at %.2f V and %.0f K",
                    technology.nodeNanometres(), technology.supplyVolts(), technology.temperatureKelvin()));
        }
        return all;
    }
}
