// The address generator of an operand along the two loops of the destination (§4), and how many lanes its word can feed
// from there where the lanes lie along the destination's columns (MAP).
module operand_address #(
  parameter LANES = 1,
  parameter BANKS = 1,
  parameter BANK_BITS = 1,
  parameter ADDRESS_BITS = 1,
  parameter COLUMN_BITS = 1,
  parameter AMOUNT_BITS = 1,
  parameter [128*BANKS-1:0] BANK_DESCRIPTORS = 0,
  // Bank, then word stride and column stride of each loop: rows, columns, outer and inner sum.
  parameter FIELD_BITS = BANK_BITS + 4 * (ADDRESS_BITS + COLUMN_BITS)
) (
  input  logic                    clock,
  input  logic [FIELD_BITS-1:0]   field,
  input  logic                    first,
  input  logic                    next_column,
  input  logic                    next_row,
  input  logic [AMOUNT_BITS-1:0]  amount,
  output logic [BANK_BITS-1:0]    bank,
  output logic [COLUMN_BITS-1:0]  columns,
  output logic [ADDRESS_BITS-1:0] words_per_row,
  output logic [ADDRESS_BITS-1:0] row,
  output logic [COLUMN_BITS-1:0]  column,
  output logic                    broadcast,
  output logic [AMOUNT_BITS-1:0]  remaining,
  output logic [AMOUNT_BITS-1:0]  limit
);
  localparam STRIDE_BITS = ADDRESS_BITS + COLUMN_BITS;

  /* verilator lint_off UNUSEDSIGNAL */ // The strides of the summed indices are for others.
  logic [2*STRIDE_BITS-1:0] summed_strides;
  /* verilator lint_on UNUSEDSIGNAL */
  logic [ADDRESS_BITS-1:0] row_word_stride, column_word_stride;
  logic [COLUMN_BITS-1:0] row_column_stride, column_column_stride;

  assign summed_strides = field[FIELD_BITS-1 -: 2*STRIDE_BITS];
  assign bank = field[BANK_BITS-1:0];
  assign {row_column_stride, row_word_stride} = field[BANK_BITS +: STRIDE_BITS];
  assign {column_column_stride, column_word_stride} = field[BANK_BITS+STRIDE_BITS +: STRIDE_BITS];
  assign columns = BANK_DESCRIPTORS[128*bank+25 +: COLUMN_BITS];
  assign words_per_row = BANK_DESCRIPTORS[128*bank+45 +: ADDRESS_BITS];

  nested_address #(ADDRESS_BITS, COLUMN_BITS, AMOUNT_BITS) loops (
    .clock(clock), .loading(first), .first_row({ADDRESS_BITS{1'b0}}), .first_column({COLUMN_BITS{1'b0}}),
    .next_inner(next_column), .next_outer(next_row),
    .outer_word_stride(row_word_stride), .outer_column_stride(row_column_stride),
    .inner_word_stride(column_word_stride), .inner_column_stride(column_column_stride),
    .amount(amount), .columns(columns), .words_per_row(words_per_row), .row(row), .column(column));

  lane_limit #(LANES, ADDRESS_BITS, COLUMN_BITS, AMOUNT_BITS) lanes (
    .word_stride(column_word_stride), .column_stride(column_column_stride), .column(column), .columns(columns),
    .broadcast(broadcast), .remaining(remaining), .limit(limit));
endmodule
