// Where a walk over a memory's elements stands (§1 Bank): the word of its next element, and how many elements there are to the
// end of that word. `step` elements of the word are passed in a cycle.
module element_walk #(
  parameter LANES = 1,
  parameter ADDRESS_BITS = 1,
  parameter COLUMN_BITS = 1,
  parameter AMOUNT_BITS = 1,
  parameter LANE_BITS = 1
) (
  input  logic [ADDRESS_BITS-1:0] row,
  input  logic [COLUMN_BITS-1:0]  column,
  input  logic [AMOUNT_BITS-1:0]  step,
  input  logic [COLUMN_BITS-1:0]  columns,
  input  logic [ADDRESS_BITS-1:0] words_per_row,
  output logic [ADDRESS_BITS-1:0] word,
  output logic [LANE_BITS-1:0]    lane,
  output logic [AMOUNT_BITS-1:0]  remaining,
  output logic [ADDRESS_BITS-1:0] next_row,
  output logic [COLUMN_BITS-1:0]  next_column
);
  localparam [31:0] LANE_COUNT = LANES;

  logic [31:0] to_word_end, to_row_end;
  logic row_ends;

  assign word = row + ADDRESS_BITS'(32'(column) / LANE_COUNT);
  assign lane = LANE_BITS'(32'(column) % LANE_COUNT);
  assign to_word_end = LANE_COUNT - 32'(lane);
  assign to_row_end = 32'(columns) - 32'(column);
  assign remaining = AMOUNT_BITS'(to_word_end < to_row_end ? to_word_end : to_row_end);
  assign row_ends = 32'(step) == to_row_end;
  assign next_row = row_ends ? row + words_per_row : row;
  assign next_column = row_ends ? {COLUMN_BITS{1'b0}} : column + COLUMN_BITS'(step);
endmodule
