// What the lanes do next (MICROARCHITECTURE.md §3 to §5): the slot that waits to issue, with the words that it needs, the
// lanes that it keeps busy and the word that it completes. It goes on to the next slot when this one issues.
module slots #(
  parameter LANES = 1,
  parameter TABLE_UNITS = 1,
  parameter TERMS = 1,
  parameter TERM_BITS = 1,
  parameter BANKS = 1,
  parameter BANK_BITS = 1,
  parameter COUNT_BITS = 1,
  parameter ADDRESS_BITS = 1,
  parameter COLUMN_BITS = 1,
  parameter AMOUNT_BITS = 1,
  parameter LANE_BITS = 1,
  parameter [128*BANKS-1:0] BANK_DESCRIPTORS = 0,
  parameter FIELD_BITS = BANK_BITS + 4 * (ADDRESS_BITS + COLUMN_BITS)
) (
  input  logic                             clock,
  input  logic                             restart,
  input  logic                             issue,
  input  logic                             reduce,
  input  logic                             look_up,
  input  logic [COUNT_BITS-1:0]            rows,
  input  logic [COUNT_BITS-1:0]            columns,
  input  logic [FIELD_BITS-1:0]            destination,
  input  logic [TERMS-1:0]                 term_valid,
  input  logic [TERMS-1:0]                 term_has_right,
  input  logic [2*TERMS*COUNT_BITS-1:0]    term_bounds,
  input  logic [2*TERMS*FIELD_BITS-1:0]    term_addresses,
  output logic [TERM_BITS-1:0]             term,
  output logic                             needs_left,
  output logic                             needs_right,
  output logic [BANK_BITS-1:0]             left_bank,
  output logic [BANK_BITS-1:0]             right_bank,
  output logic [ADDRESS_BITS-1:0]          left_word,
  output logic [ADDRESS_BITS-1:0]          right_word,
  output logic [LANE_BITS-1:0]             left_lane,
  output logic [LANE_BITS-1:0]             right_lane,
  output logic                             left_broadcast,
  output logic                             right_broadcast,
  output logic [AMOUNT_BITS-1:0]           run,
  output logic                             loads,
  output logic                             finishes,
  output logic                             completes,
  output logic                             last,
  output logic [ADDRESS_BITS-1:0]          written_word,
  output logic [LANE_BITS-1:0]             written_lane,
  // Elements that the slot finishes where it finishes any.
  output logic [AMOUNT_BITS-1:0]           finished
);
  localparam STRIDE_BITS = ADDRESS_BITS + COLUMN_BITS;
  localparam [31:0] LANE_COUNT = LANES;

  logic first, first_of_term, next_inner, next_outer, next_column, next_row, last_term;
  logic [COUNT_BITS-1:0] column, inner, outer_bound, inner_bound, left_over;
  logic [AMOUNT_BITS-1:0] column_amount, inner_amount, group, most;

  loop_counters #(TERM_BITS, COUNT_BITS, AMOUNT_BITS) counters (
    .clock(clock), .restart(restart), .issue(issue), .reduce(reduce), .run(run), .last_term(last_term), .rows(rows),
    .columns(columns), .outer_bound(outer_bound), .inner_bound(inner_bound), .term(term), .column(column), .inner(inner),
    .first(first), .first_of_term(first_of_term), .loads(loads), .finishes(finishes), .last(last), .next_inner(next_inner),
    .next_outer(next_outer), .next_column(next_column), .next_row(next_row), .column_amount(column_amount),
    .inner_amount(inner_amount));

  // Every factor of every term follows the destination's loops; position 2t is the left factor of term t, 2t + 1 its right one.
  logic [2*TERMS*BANK_BITS-1:0] banks;
  logic [2*TERMS*COLUMN_BITS-1:0] bank_columns, factor_columns;
  logic [2*TERMS*ADDRESS_BITS-1:0] bank_words_per_row, factor_rows;
  logic [2*TERMS-1:0] factor_broadcast;
  logic [2*TERMS*AMOUNT_BITS-1:0] factor_limits;
  /* verilator lint_off UNUSEDSIGNAL */ // Only a written operand asks for it.
  logic [2*TERMS*AMOUNT_BITS-1:0] factor_remaining;
  /* verilator lint_on UNUSEDSIGNAL */

  generate
    for (genvar p = 0; p < 2 * TERMS; p = p + 1) begin : factor
      operand_address #(LANES, BANKS, BANK_BITS, ADDRESS_BITS, COLUMN_BITS, AMOUNT_BITS, BANK_DESCRIPTORS) address (
        .clock(clock), .field(term_addresses[p*FIELD_BITS +: FIELD_BITS]), .first(first), .next_column(next_column),
        .next_row(next_row), .amount(column_amount), .bank(banks[p*BANK_BITS +: BANK_BITS]),
        .columns(bank_columns[p*COLUMN_BITS +: COLUMN_BITS]),
        .words_per_row(bank_words_per_row[p*ADDRESS_BITS +: ADDRESS_BITS]),
        .row(factor_rows[p*ADDRESS_BITS +: ADDRESS_BITS]), .column(factor_columns[p*COLUMN_BITS +: COLUMN_BITS]),
        .broadcast(factor_broadcast[p]), .remaining(factor_remaining[p*AMOUNT_BITS +: AMOUNT_BITS]), .limit(factor_limits[p*AMOUNT_BITS +: AMOUNT_BITS]));
    end
  endgenerate

  logic [COLUMN_BITS-1:0] destination_column;
  logic [ADDRESS_BITS-1:0] destination_row;
  logic [AMOUNT_BITS-1:0] destination_limit, destination_remaining;

  operand_address #(LANES, BANKS, BANK_BITS, ADDRESS_BITS, COLUMN_BITS, AMOUNT_BITS, BANK_DESCRIPTORS) written (
    .clock(clock), .field(destination), .first(first), .next_column(next_column), .next_row(next_row),
    .amount(column_amount), .bank(), .columns(), .words_per_row(), .row(destination_row), .column(destination_column),
    .broadcast(), .remaining(destination_remaining), .limit(destination_limit));

  // The present term's factors, along the indices that it is summed over.
  logic [2*FIELD_BITS-1:0] fields;
  logic left_summed_broadcast, right_summed_broadcast;
  logic [AMOUNT_BITS-1:0] left_limit, right_limit;

  assign fields = term_addresses[2*FIELD_BITS*term +: 2*FIELD_BITS];
  assign {inner_bound, outer_bound} = term_bounds[2*COUNT_BITS*term +: 2*COUNT_BITS];
  assign left_bank = banks[2*BANK_BITS*term +: BANK_BITS];
  assign right_bank = banks[2*BANK_BITS*term+BANK_BITS +: BANK_BITS];
  assign needs_left = term_valid[term];
  assign needs_right = term_valid[term] && term_has_right[term];
  generate
    if (TERMS == 1) begin : one_term
      assign last_term = 1'b1;
    end else begin : several_terms
      logic [TERMS:0] valid_behind;
      assign valid_behind = {1'b0, term_valid};
      assign last_term = !valid_behind[32'(term)+1];
    end
  endgenerate

  summed_address #(LANES, ADDRESS_BITS, COLUMN_BITS, AMOUNT_BITS, LANE_BITS) left (
    .clock(clock), .first(first_of_term), .next_inner(next_inner), .next_outer(next_outer), .amount(inner_amount),
    .first_row(factor_rows[2*ADDRESS_BITS*term +: ADDRESS_BITS]),
    .first_column(factor_columns[2*COLUMN_BITS*term +: COLUMN_BITS]),
    .outer_stride(fields[BANK_BITS+2*STRIDE_BITS +: STRIDE_BITS]),
    .inner_stride(fields[BANK_BITS+3*STRIDE_BITS +: STRIDE_BITS]),
    .columns(bank_columns[2*COLUMN_BITS*term +: COLUMN_BITS]),
    .words_per_row(bank_words_per_row[2*ADDRESS_BITS*term +: ADDRESS_BITS]), .word(left_word), .lane(left_lane),
    .broadcast(left_summed_broadcast), .limit(left_limit));

  summed_address #(LANES, ADDRESS_BITS, COLUMN_BITS, AMOUNT_BITS, LANE_BITS) right (
    .clock(clock), .first(first_of_term), .next_inner(next_inner), .next_outer(next_outer), .amount(inner_amount),
    .first_row(factor_rows[2*ADDRESS_BITS*term+ADDRESS_BITS +: ADDRESS_BITS]),
    .first_column(factor_columns[2*COLUMN_BITS*term+COLUMN_BITS +: COLUMN_BITS]),
    .outer_stride(fields[FIELD_BITS+BANK_BITS+2*STRIDE_BITS +: STRIDE_BITS]),
    .inner_stride(fields[FIELD_BITS+BANK_BITS+3*STRIDE_BITS +: STRIDE_BITS]),
    .columns(bank_columns[2*COLUMN_BITS*term+COLUMN_BITS +: COLUMN_BITS]),
    .words_per_row(bank_words_per_row[2*ADDRESS_BITS*term+ADDRESS_BITS +: ADDRESS_BITS]), .word(right_word),
    .lane(right_lane), .broadcast(right_summed_broadcast), .limit(right_limit));

  assign left_broadcast = reduce ? left_summed_broadcast : factor_broadcast[2*term];
  assign right_broadcast = reduce ? right_summed_broadcast : factor_broadcast[2*term+1];

  function automatic [AMOUNT_BITS-1:0] least(input [AMOUNT_BITS-1:0] a, input [AMOUNT_BITS-1:0] b);
    least = a < b ? a : b;
  endfunction

  // §4 Groups: in MAP the word borders of all operands of all terms count, in REDUCE those of the present term.
  always_comb begin
    group = destination_limit;
    for (int t = 0; t < TERMS; t = t + 1) begin
      if (term_valid[t]) group = least(group, factor_limits[2*t*AMOUNT_BITS +: AMOUNT_BITS]);
      if (term_valid[t] && term_has_right[t]) group = least(group, factor_limits[(2*t+1)*AMOUNT_BITS +: AMOUNT_BITS]);
    end
    if (reduce) group = needs_right ? least(left_limit, right_limit) : left_limit;
    most = look_up ? AMOUNT_BITS'(TABLE_UNITS) : AMOUNT_BITS'(LANES);
    left_over = reduce ? inner_bound - inner : columns - column;
    run = least(group, most);
    if (32'(left_over) < 32'(run)) run = AMOUNT_BITS'(left_over);
  end

  assign finished = reduce ? AMOUNT_BITS'(1) : run;
  // In MAP every group is written; otherwise a word is written when its last element is there.
  assign completes = finishes && (!reduce && !look_up || destination_remaining == finished);
  assign written_word = destination_row + ADDRESS_BITS'(32'(destination_column) / LANE_COUNT);
  assign written_lane = LANE_BITS'(32'(destination_column) % LANE_COUNT);
endmodule
