package columna.sim.interconnect;

import java.util.ArrayList;
import java.util.List;

/**
 * A near-square grid of routers: for s = cores + 1 ends it has the least number of columns whose square is at least s, and as many rows as
 * that needs. End e, the host being 0 and core i being i + 1, is at column e mod columns of row e / columns; places without an
 * end have a router all the same. A directed segment leads from every router to each neighbour. A beat goes along the row of its
 * sender to the receiver's column, then along that column (dimension-order routing), so the ways from one sender form a tree.
 */
final class Mesh implements Interconnect {

    private final int columns;
    private final int rows;
    private final int[][] segmentBetween;
    private final List<String> names = new ArrayList<>();

    Mesh(int cores) {
        int ends = cores + 1;
        int side = 1;
        while (side * side < ends) {
            side++;
        }
        this.columns = side;
        this.rows = (ends + columns - 1) / columns;
        this.segmentBetween = new int[rows * columns][4];
        for (int router = 0; router < rows * columns; router++) {
            for (Direction direction : Direction.values()) {
                addSegment(router, direction);
            }
        }
    }

    private enum Direction {
        EAST(1, 0),
        WEST(-1, 0),
        NORTH(0, 1),
        SOUTH(0, -1);

        private final int columns;
        private final int rows;

        Direction(int columns, int rows) {
            this.columns = columns;
            this.rows = rows;
        }
    }

    private void addSegment(int router, Direction direction) {
        int column = router % columns;
        int row = router / columns;
        int nextColumn = column + direction.columns;
        int nextRow = row + direction.rows;
        if (nextColumn >= 0 && nextColumn < columns && nextRow >= 0 && nextRow < rows) {
            segmentBetween[router][direction.ordinal()] = names.size();
            names.add("(" + column + "," + row + ") to (" + nextColumn + "," + nextRow + ")");
        }
    }

    @Override
    public int segments() {
        return names.size();
    }

    /** From column and row to column and row. */
    @Override
    public String name(int segment) {
        return names.get(segment);
    }

    @Override
    public double length(int segment) {
        return 1;
    }

    @Override
    public int[] way(int from, int to) {
        OneSelf.refuse(from, to);
        int column = (from + 1) % columns;
        int row = (from + 1) / columns;
        int toColumn = (to + 1) % columns;
        int toRow = (to + 1) / columns;
        int[] way = new int[Math.abs(toColumn - column) + Math.abs(toRow - row)];
        for (int hop = 0; hop < way.length; hop++) {
            Direction direction = column < toColumn ? Direction.EAST
                    : column > toColumn ? Direction.WEST
                    : row < toRow ? Direction.NORTH : Direction.SOUTH;
            way[hop] = segmentBetween[row * columns + column][direction.ordinal()];
            column += direction.columns;
            row += direction.rows;
        }
        return way;
    }

    @Override
    public int longestWay() {
        return columns - 1 + rows - 1;
    }
}
