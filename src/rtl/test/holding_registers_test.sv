// Words that are read and held. A line is a cycle: which position of a term is loaded with what; the words that arrive; a term,
// whether its positions hold anything, and what.
module holding_registers_test;
  `include "parameters.svh"
  `include "vectors.svh"

  localparam TERM_BITS = TERMS == 1 ? 1 : $clog2(TERMS);

  logic clock = 0, loads_left, loads_right, left_arrives, right_arrives, holds_left, holds_right;
  logic [TERM_BITS-1:0] loaded_term, term;
  logic [DATA_BITS-1:0] left_data, right_data, left_arriving, right_arriving, left, right;
  logic [DATA_BITS-1:0] expected_left_arriving, expected_right_arriving, expected_left, expected_right;

  holding_registers #(TERMS, TERM_BITS, READ_CYCLES, DATA_BITS) unit (
    .clock(clock), .loads_left(loads_left), .loads_right(loads_right), .loaded_term(loaded_term), .left_data(left_data),
    .right_data(right_data), .left_arriving(left_arriving), .right_arriving(right_arriving), .term(term), .left(left),
    .right(right));

  initial begin
    open_vectors;
    read_vector;
    while (more) begin
      {loads_left, loads_right, loaded_term, left_data, right_data, left_arrives, right_arrives, expected_left_arriving,
          expected_right_arriving, term, holds_left, holds_right, expected_left, expected_right} = given;
      #1 if (left_arrives) compare("left_arriving", 1024'(expected_left_arriving), 1024'(left_arriving));
      if (right_arrives) compare("right_arriving", 1024'(expected_right_arriving), 1024'(right_arriving));
      if (holds_left) compare("left", 1024'(expected_left), 1024'(left));
      if (holds_right) compare("right", 1024'(expected_right), 1024'(right));
      clock = 1;
      #1 clock = 0;
      read_vector;
    end
    pass;
  end
endmodule
