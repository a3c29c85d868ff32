package columna.hardware.technology;

import java.util.Map;

/** All constants of one technology, resolved: every {@link Key} is present, with the shape that the key asks for; {@code file} is for messages. */
record Settings(String file, String name, Map<Key, Setting> values) {
    Settings {
        values = Map.copyOf(values);
    }

    Estimate estimate(Key key) {
        return number(key).estimate(key);
    }

    Band band(Key key) {
        return number(key).band();
    }

    double value(Key key) {
        return band(key).nominal();
    }

    String word(Key key) {
        return ((Setting.Word) values.get(key)).value();
    }

    private Setting.Number number(Key key) {
        return (Setting.Number) values.get(key);
    }
}
