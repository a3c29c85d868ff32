package columna.hardware.block;

/** The ports of a memory: how many reads and writes it takes in one cycle. */
public enum Ports {
    /** One port that reads or writes: one access per cycle (1RW). */
    ONE_READ_WRITE("1RW"),
    /** One read port and one write port: one read and one write per cycle (1R1W). */
    ONE_READ_ONE_WRITE("1R1W"),
    /** Two read ports and one write port: two reads and one write per cycle (2R1W). */
    TWO_READ_ONE_WRITE("2R1W");

    private final String label;

    Ports(String label) {
        this.label = label;
    }

    /** The field's short name: {@code 1RW}, {@code 1R1W} or {@code 2R1W}. */
    public String label() {
        return label;
    }
}
