// The slots of micro-operations against nested loops over element numbers. A line is a micro-operation (its first bit is 1) or
// one of its slots with the cycles in which it has to wait.
module slots_test;
  `include "parameters.svh"
  `include "vectors.svh"

  localparam TERM_BITS = TERMS == 1 ? 1 : $clog2(TERMS);
  localparam AMOUNT_BITS = $clog2(LANES + 1);
  localparam LANE_BITS = LANES == 1 ? 1 : $clog2(LANES);
  localparam FIELD_BITS = BANK_BITS + 4 * (ADDRESS_BITS + COLUMN_BITS);

  logic clock = 0, restart = 0, issue = 0, reduce, look_up, is_operation;
  logic [COUNT_BITS-1:0] rows, columns;
  logic [FIELD_BITS-1:0] destination;
  logic [TERMS-1:0] term_valid, term_has_right;
  logic [2*TERMS*COUNT_BITS-1:0] term_bounds;
  logic [2*TERMS*FIELD_BITS-1:0] term_addresses;

  logic [TERM_BITS-1:0] term, expected_term;
  logic needs_left, needs_right, left_broadcast, right_broadcast, loads, finishes, completes, last;
  logic expected_needs_left, expected_needs_right, expected_left_broadcast, expected_right_broadcast, expected_loads,
      expected_finishes, expected_completes, expected_last;
  logic [BANK_BITS-1:0] left_bank, right_bank, expected_left_bank, expected_right_bank;
  logic [ADDRESS_BITS-1:0] left_word, right_word, written_word, expected_left_word, expected_right_word, expected_written_word;
  logic [LANE_BITS-1:0] left_lane, right_lane, written_lane, expected_left_lane, expected_right_lane, expected_written_lane;
  logic [AMOUNT_BITS-1:0] run, finished, expected_run, expected_finished;
  logic [3:0] stalls;
  integer cycle;

  slots #(LANES, TABLE_UNITS, TERMS, TERM_BITS, BANKS, BANK_BITS, COUNT_BITS, ADDRESS_BITS, COLUMN_BITS, AMOUNT_BITS,
      LANE_BITS, BANK_DESCRIPTORS) unit (
    .clock(clock), .restart(restart), .issue(issue), .reduce(reduce), .look_up(look_up), .rows(rows), .columns(columns),
    .destination(destination), .term_valid(term_valid), .term_has_right(term_has_right), .term_bounds(term_bounds),
    .term_addresses(term_addresses), .term(term), .needs_left(needs_left), .needs_right(needs_right),
    .left_bank(left_bank), .right_bank(right_bank), .left_word(left_word), .right_word(right_word), .left_lane(left_lane),
    .right_lane(right_lane), .left_broadcast(left_broadcast), .right_broadcast(right_broadcast), .run(run), .loads(loads),
    .finishes(finishes), .completes(completes), .last(last), .written_word(written_word), .written_lane(written_lane),
    .finished(finished));

  task clock_once;
    begin
      #1 clock = 1;
      #1 clock = 0;
    end
  endtask

  task check;
    begin
      #1 compare("term", 1024'(expected_term), 1024'(term));
      compare("needs_left", 1024'(expected_needs_left), 1024'(needs_left));
      compare("needs_right", 1024'(expected_needs_right), 1024'(needs_right));
      compare("run", 1024'(expected_run), 1024'(run));
      if (needs_left) begin
        compare("left_bank", 1024'(expected_left_bank), 1024'(left_bank));
        compare("left_word", 1024'(expected_left_word), 1024'(left_word));
        compare("left_lane", 1024'(expected_left_lane), 1024'(left_lane));
        if (run > 1) compare("left_broadcast", 1024'(expected_left_broadcast), 1024'(left_broadcast));
      end
      if (needs_right) begin
        compare("right_bank", 1024'(expected_right_bank), 1024'(right_bank));
        compare("right_word", 1024'(expected_right_word), 1024'(right_word));
        compare("right_lane", 1024'(expected_right_lane), 1024'(right_lane));
        if (run > 1) compare("right_broadcast", 1024'(expected_right_broadcast), 1024'(right_broadcast));
      end
      compare("loads", 1024'(expected_loads), 1024'(loads));
      compare("finishes", 1024'(expected_finishes), 1024'(finishes));
      compare("completes", 1024'(expected_completes), 1024'(completes));
      compare("last", 1024'(expected_last), 1024'(last));
      if (finishes) begin
        compare("written_word", 1024'(expected_written_word), 1024'(written_word));
        compare("written_lane", 1024'(expected_written_lane), 1024'(written_lane));
        compare("finished", 1024'(expected_finished), 1024'(finished));
      end
    end
  endtask

  initial begin
    open_vectors;
    read_vector;
    while (more) begin
      is_operation = given[0];
      if (is_operation) begin
        restart = 1;
        clock_once;
        restart = 0;
        {reduce, look_up, rows, columns, destination, term_valid, term_has_right, term_bounds, term_addresses} = given >> 1;
      end else begin
        {stalls, expected_term, expected_needs_left, expected_needs_right, expected_left_bank, expected_right_bank,
            expected_left_word, expected_right_word, expected_left_lane, expected_right_lane, expected_left_broadcast,
            expected_right_broadcast, expected_run, expected_loads, expected_finishes, expected_completes, expected_last,
            expected_written_word, expected_written_lane, expected_finished} = given >> 1;
        issue = 0;
        for (cycle = 0; cycle < stalls; cycle = cycle + 1) begin
          check;
          clock_once;
        end
        issue = 1;
        check;
        clock_once;
        issue = 0;
      end
      read_vector;
    end
    pass;
  end
endmodule
