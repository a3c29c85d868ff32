// One step of an address along a loop (§1 Bank). An address is the first word of a row and the column in it; a stride that
// passes the row's end goes on in the next row, so that a memory can be viewed with other indices than it is declared with.
module address_step #(
  parameter ADDRESS_BITS = 1,
  parameter COLUMN_BITS = 1,
  parameter AMOUNT_BITS = 1
) (
  input  logic [ADDRESS_BITS-1:0] row,
  input  logic [COLUMN_BITS-1:0]  column,
  input  logic [ADDRESS_BITS-1:0] word_stride,
  input  logic [COLUMN_BITS-1:0]  column_stride,
  // Neighbouring elements passed in this step where the stride is one element; other strides are taken once.
  input  logic [AMOUNT_BITS-1:0]  amount,
  input  logic [COLUMN_BITS-1:0]  columns,
  input  logic [ADDRESS_BITS-1:0] words_per_row,
  output logic [ADDRESS_BITS-1:0] next_row,
  output logic [COLUMN_BITS-1:0]  next_column
);
  localparam SUM_BITS = (COLUMN_BITS > AMOUNT_BITS ? COLUMN_BITS : AMOUNT_BITS) + 1;

  logic neighbours;
  logic [SUM_BITS-1:0] distance, sum, limit;
  logic wraps;

  assign neighbours = word_stride == 0 && column_stride == 1;
  assign distance = neighbours ? {{SUM_BITS-AMOUNT_BITS{1'b0}}, amount} : {{SUM_BITS-COLUMN_BITS{1'b0}}, column_stride};
  assign sum = {{SUM_BITS-COLUMN_BITS{1'b0}}, column} + distance;
  assign limit = {{SUM_BITS-COLUMN_BITS{1'b0}}, columns};
  assign wraps = sum >= limit;
  assign next_column = COLUMN_BITS'(wraps ? sum - limit : sum);
  assign next_row = row + word_stride + (wraps ? words_per_row : {ADDRESS_BITS{1'b0}});
endmodule
