// The reads of waiting slots and their ports against holding registers and banks as the timing engine counts them. A line is a
// cycle: invalidate, waiting, the slot, the write; then the reads of the cycle.
module read_ports_test;
  `include "parameters.svh"
  `include "vectors.svh"

  logic clock = 0, invalidate, waiting, needs_left, needs_right, write_enable;
  logic [TERM_BITS-1:0] term;
  logic [BANK_BITS-1:0] left_bank, right_bank, write_bank;
  logic [ADDRESS_BITS-1:0] left_word, right_word;
  logic reads_left, reads_right, shared, second, issue;
  logic expected_reads_left, expected_reads_right, expected_shared, expected_second, expected_issue;

  read_ports #(PORTS, 2 * TERMS, TERM_BITS, BANK_BITS, ADDRESS_BITS) unit (
    .clock(clock), .invalidate(invalidate), .waiting(waiting), .term(term), .needs_left(needs_left),
    .needs_right(needs_right), .left_bank(left_bank), .right_bank(right_bank), .left_word(left_word),
    .right_word(right_word), .write_enable(write_enable), .write_bank(write_bank), .reads_left(reads_left),
    .reads_right(reads_right), .shared(shared), .second(second), .issue(issue));

  initial begin
    open_vectors;
    read_vector;
    while (more) begin
      {invalidate, waiting, term, needs_left, needs_right, left_bank, right_bank, left_word, right_word, write_enable,
          write_bank, expected_reads_left, expected_reads_right, expected_shared, expected_second, expected_issue} = given;
      #1 compare("reads_left", 1024'(expected_reads_left), 1024'(reads_left));
      compare("reads_right", 1024'(expected_reads_right), 1024'(reads_right));
      if (reads_left) compare("shared", 1024'(expected_shared), 1024'(shared));
      if (reads_right) compare("second", 1024'(expected_second), 1024'(second));
      compare("issue", 1024'(expected_issue), 1024'(issue));
      clock = 1;
      #1 clock = 0;
      read_vector;
    end
    pass;
  end
endmodule
