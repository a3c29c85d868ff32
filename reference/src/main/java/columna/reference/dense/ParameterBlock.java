package columna.reference.dense;

/** A named rectangle of the recurrent weights or, if {@code readout}, of the read-out's: a bias is a block of one column. */
public record ParameterBlock(String name, boolean readout, int firstRow, int rows, int firstColumn, int columns) {}
