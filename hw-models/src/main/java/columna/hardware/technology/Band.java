package columna.hardware.technology;

/** A positive number with plausible bounds, {@code 0 <= low <= nominal <= high}; products and sums take bounds together. */
record Band(double low, double nominal, double high) {
    Band {
        requireFinite("low", low);
        requireFinite("high", high);
        if (!(low <= nominal && nominal <= high)) {
            throw new IllegalArgumentException(
                    "A band is low <= nominal <= high, found " + low + ", " + nominal + ", " + high + ".");
        }
    }

    static Band exactly(double value) {
        return new Band(value, value, value);
    }

    static void requireFinite(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " is " + value + ", allowed is a finite number not below 0.");
        }
    }

    Band times(Band factor) {
        return new Band(low * factor.low, nominal * factor.nominal, high * factor.high);
    }

    Band times(double factor) {
        return times(exactly(factor));
    }

    Band plus(Band other) {
        return new Band(low + other.low, nominal + other.nominal, high + other.high);
    }
}
