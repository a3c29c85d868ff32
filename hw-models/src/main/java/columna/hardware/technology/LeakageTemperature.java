package columna.hardware.technology;

/** Leakage against temperature, relative to 320 K; between two temperatures of the table straight in the logarithm. */
final class LeakageTemperature {
    private final double[] kelvins;
    private final double[] relative;

    LeakageTemperature(String node, String device) {
        var rows = Csv.resource("sram-leakage-temperature.csv").where("node_nm", node).where("device", device);
        this.kelvins = rows.numbers("temperature_k");
        this.relative = rows.numbers("relative_to_320k");
    }

    double at(double kelvin) {
        int i = 0;
        while (i < kelvins.length - 2 && kelvin >= kelvins[i + 1]) {
            i++;
        }
        double share = (kelvin - kelvins[i]) / (kelvins[i + 1] - kelvins[i]);
        return relative[i] * Math.pow(relative[i + 1] / relative[i], share);
    }
}
