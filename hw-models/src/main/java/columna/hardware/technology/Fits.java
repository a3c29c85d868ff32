package columna.hardware.technology;

/** The closed forms of {@code fits.csv}. */
final class Fits {
    private final Csv table = Csv.resource("fits.csv");

    /** {@code a * width^b}. */
    double power(String quantity, double width) {
        var row = row(quantity, "power");
        return row.number("a") * Math.pow(width, row.number("b"));
    }

    /** {@code a * left * right + b * (left + right)}. */
    double rectangle(String quantity, double left, double right) {
        var row = row(quantity, "rectangle");
        return row.number("a") * left * right + row.number("b") * (left + right);
    }

    /** {@code a * words * bits + b * bits + c * words}. */
    double file(String quantity, double words, double bits) {
        var row = row(quantity, "file");
        return row.number("a") * words * bits + row.number("b") * bits + row.number("c") * words;
    }

    /** How far {@code size} lies outside the widths the fit was made from. */
    double outside(String quantity, String what, double size) {
        var row = table.where("quantity", quantity).rows().getFirst();
        return Limits.outside(what, size, row.number("smallest"), row.number("largest"));
    }

    private Csv.Row row(String quantity, String form) {
        return table.where("quantity", quantity).where("form", form).rows().getFirst();
    }
}
