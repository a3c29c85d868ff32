// The counters of a micro-operation's nested loops (§4, §5): rows and columns of the destination, the terms of a sum, the
// indices that a term is summed over. They count on when a slot issues.
module loop_counters #(
  parameter TERM_BITS = 1,
  parameter COUNT_BITS = 1,
  parameter AMOUNT_BITS = 1
) (
  input  logic                   clock,
  input  logic                   restart,
  input  logic                   issue,
  input  logic                   reduce,
  input  logic [AMOUNT_BITS-1:0] run,
  input  logic                   last_term,
  input  logic [COUNT_BITS-1:0]  rows,
  input  logic [COUNT_BITS-1:0]  columns,
  input  logic [COUNT_BITS-1:0]  outer_bound,
  input  logic [COUNT_BITS-1:0]  inner_bound,
  output logic [TERM_BITS-1:0]   term,
  output logic [COUNT_BITS-1:0]  column,
  output logic [COUNT_BITS-1:0]  inner,
  // The slot is the first of the micro-operation; of its term; the first or last of its element or group; the last of all.
  output logic                   first,
  output logic                   first_of_term,
  output logic                   loads,
  output logic                   finishes,
  output logic                   last,
  output logic                   next_inner,
  output logic                   next_outer,
  output logic                   next_column,
  output logic                   next_row,
  // By how much the column, or in REDUCE the inner index, goes on.
  output logic [AMOUNT_BITS-1:0] column_amount,
  output logic [AMOUNT_BITS-1:0] inner_amount
);
  logic [COUNT_BITS-1:0] row, outer;
  logic inner_ends, outer_ends, column_ends;

  assign column_amount = reduce ? AMOUNT_BITS'(1) : run;
  assign inner_amount = reduce ? run : AMOUNT_BITS'(1);
  assign inner_ends = inner + COUNT_BITS'(inner_amount) >= inner_bound;
  assign outer_ends = outer + 1'b1 >= outer_bound;
  assign column_ends = column + COUNT_BITS'(column_amount) == columns;

  assign first_of_term = inner == 0 && outer == 0;
  assign loads = first_of_term && term == 0;
  assign finishes = inner_ends && outer_ends && last_term;
  assign last = finishes && column_ends && row + 1'b1 == rows;

  assign next_inner = issue && !inner_ends;
  assign next_outer = issue && inner_ends && !outer_ends;
  assign next_column = issue && finishes && !column_ends;
  assign next_row = issue && finishes && column_ends;

  always_ff @(posedge clock) begin
    if (restart) first <= 1'b1;
    else if (issue) first <= 1'b0;
    if (restart || issue && inner_ends) inner <= 0;
    else if (issue) inner <= inner + COUNT_BITS'(inner_amount);
    if (restart || issue && inner_ends && outer_ends) outer <= 0;
    else if (next_outer) outer <= outer + 1'b1;
    if (restart || issue && finishes) term <= 0;
    else if (issue && inner_ends && outer_ends) term <= term + 1'b1;
    if (restart || next_row) column <= 0;
    else if (next_column) column <= column + COUNT_BITS'(column_amount);
    if (restart) row <= 0;
    else if (next_row) row <= row + 1'b1;
  end
endmodule
