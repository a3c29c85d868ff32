// The address generator of a factor along the summed indices of its term (§4): it starts from where the destination's
// loops have brought the operand, and finds the word, the first lane in it, and how many lanes the word can feed.
module summed_address #(
  parameter LANES = 1,
  parameter ADDRESS_BITS = 1,
  parameter COLUMN_BITS = 1,
  parameter AMOUNT_BITS = 1,
  parameter LANE_BITS = 1,
  parameter STRIDE_BITS = ADDRESS_BITS + COLUMN_BITS
) (
  input  logic                    clock,
  input  logic                    first,
  input  logic                    next_inner,
  input  logic                    next_outer,
  input  logic [AMOUNT_BITS-1:0]  amount,
  input  logic [ADDRESS_BITS-1:0] first_row,
  input  logic [COLUMN_BITS-1:0]  first_column,
  input  logic [STRIDE_BITS-1:0]  outer_stride,
  input  logic [STRIDE_BITS-1:0]  inner_stride,
  input  logic [COLUMN_BITS-1:0]  columns,
  input  logic [ADDRESS_BITS-1:0] words_per_row,
  output logic [ADDRESS_BITS-1:0] word,
  output logic [LANE_BITS-1:0]    lane,
  output logic                    broadcast,
  output logic [AMOUNT_BITS-1:0]  limit
);
  localparam [31:0] LANE_COUNT = LANES;

  logic [ADDRESS_BITS-1:0] row;
  logic [COLUMN_BITS-1:0] column;
  /* verilator lint_off UNUSEDSIGNAL */ // Only a written operand asks for it.
  logic [AMOUNT_BITS-1:0] remaining;
  /* verilator lint_on UNUSEDSIGNAL */

  nested_address #(ADDRESS_BITS, COLUMN_BITS, AMOUNT_BITS) loops (
    .clock(clock), .loading(first), .first_row(first_row), .first_column(first_column), .next_inner(next_inner),
    .next_outer(next_outer), .outer_word_stride(outer_stride[ADDRESS_BITS-1:0]),
    .outer_column_stride(outer_stride[STRIDE_BITS-1:ADDRESS_BITS]), .inner_word_stride(inner_stride[ADDRESS_BITS-1:0]),
    .inner_column_stride(inner_stride[STRIDE_BITS-1:ADDRESS_BITS]), .amount(amount), .columns(columns),
    .words_per_row(words_per_row), .row(row), .column(column));

  lane_limit #(LANES, ADDRESS_BITS, COLUMN_BITS, AMOUNT_BITS) lanes (
    .word_stride(inner_stride[ADDRESS_BITS-1:0]), .column_stride(inner_stride[STRIDE_BITS-1:ADDRESS_BITS]),
    .column(column), .columns(columns), .broadcast(broadcast), .remaining(remaining), .limit(limit));

  assign word = row + ADDRESS_BITS'(32'(column) / LANE_COUNT);
  assign lane = LANE_BITS'(32'(column) % LANE_COUNT);
endmodule
