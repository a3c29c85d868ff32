// How many lanes can be fed from one word of an operand (§4 Groups): all if its element is the same for all of them, those
// up to the word's end if neighbours are neighbours in the bank, else one.
module lane_limit #(
  parameter LANES = 1,
  parameter ADDRESS_BITS = 1,
  parameter COLUMN_BITS = 1,
  parameter AMOUNT_BITS = 1
) (
  input  logic [ADDRESS_BITS-1:0] word_stride,
  input  logic [COLUMN_BITS-1:0]  column_stride,
  input  logic [COLUMN_BITS-1:0]  column,
  input  logic [COLUMN_BITS-1:0]  columns,
  output logic                    broadcast,
  // Elements from this one to the end of its word, itself included.
  output logic [AMOUNT_BITS-1:0]  remaining,
  output logic [AMOUNT_BITS-1:0]  limit
);
  localparam [31:0] LANE_COUNT = LANES;

  logic [31:0] to_word_end, to_row_end;

  assign to_word_end = LANE_COUNT - 32'(column) % LANE_COUNT;
  assign to_row_end = 32'(columns) - 32'(column);
  assign remaining = AMOUNT_BITS'(to_word_end < to_row_end ? to_word_end : to_row_end);
  assign broadcast = word_stride == 0 && column_stride == 0;
  assign limit = broadcast ? AMOUNT_BITS'(LANE_COUNT)
      : word_stride == 0 && column_stride == 1 ? remaining
      : AMOUNT_BITS'(1);
endmodule
