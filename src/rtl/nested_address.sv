// The address of an operand in two nested loops (§4): it knows where the present turn of the outer loop began, so that
// the inner loop can start again from there. While `loading`, the loops begin, at the given address.
module nested_address #(
  parameter ADDRESS_BITS = 1,
  parameter COLUMN_BITS = 1,
  parameter AMOUNT_BITS = 1
) (
  input  logic                    clock,
  input  logic                    loading,
  input  logic [ADDRESS_BITS-1:0] first_row,
  input  logic [COLUMN_BITS-1:0]  first_column,
  input  logic                    next_inner,
  input  logic                    next_outer,
  input  logic [ADDRESS_BITS-1:0] outer_word_stride,
  input  logic [COLUMN_BITS-1:0]  outer_column_stride,
  input  logic [ADDRESS_BITS-1:0] inner_word_stride,
  input  logic [COLUMN_BITS-1:0]  inner_column_stride,
  input  logic [AMOUNT_BITS-1:0]  amount,
  input  logic [COLUMN_BITS-1:0]  columns,
  input  logic [ADDRESS_BITS-1:0] words_per_row,
  output logic [ADDRESS_BITS-1:0] row,
  output logic [COLUMN_BITS-1:0]  column
);
  logic [ADDRESS_BITS-1:0] held_row, held_outer_row, outer_row, inner_next_row, outer_next_row;
  logic [COLUMN_BITS-1:0] held_column, held_outer_column, outer_column, inner_next_column, outer_next_column;

  assign row = loading ? first_row : held_row;
  assign column = loading ? first_column : held_column;
  assign outer_row = loading ? first_row : held_outer_row;
  assign outer_column = loading ? first_column : held_outer_column;

  address_step #(ADDRESS_BITS, COLUMN_BITS, AMOUNT_BITS) inner (
    .row(row), .column(column), .word_stride(inner_word_stride), .column_stride(inner_column_stride), .amount(amount),
    .columns(columns), .words_per_row(words_per_row), .next_row(inner_next_row), .next_column(inner_next_column));

  address_step #(ADDRESS_BITS, COLUMN_BITS, AMOUNT_BITS) outer (
    .row(outer_row), .column(outer_column), .word_stride(outer_word_stride), .column_stride(outer_column_stride),
    .amount(AMOUNT_BITS'(1)), .columns(columns), .words_per_row(words_per_row), .next_row(outer_next_row),
    .next_column(outer_next_column));

  always_ff @(posedge clock) begin
    if (next_outer) begin
      held_row <= outer_next_row;
      held_column <= outer_next_column;
      held_outer_row <= outer_next_row;
      held_outer_column <= outer_next_column;
    end else if (next_inner) begin
      held_row <= inner_next_row;
      held_column <= inner_next_column;
      held_outer_row <= outer_row;
      held_outer_column <= outer_column;
    end else begin
      held_row <= row;
      held_column <= column;
      held_outer_row <= outer_row;
      held_outer_column <= outer_column;
    end
  end
endmodule
