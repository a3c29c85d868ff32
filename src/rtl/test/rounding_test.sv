// The round-and-saturate unit against the casts of the Java model. A line: value, shift, random word, highest, format, word.
module rounding_test;
  `include "parameters.svh"
  `include "vectors.svh"

  logic signed [VALUE_BITS-1:0] value;
  logic signed [9:0] shift;
  logic [RANDOM_BITS-1:0] random;
  logic highest;
  logic [23:0] format;
  logic [WORD_BITS-1:0] word, expected;

  rounding #(VALUE_BITS, ROUND_BITS, RANDOM_BITS, WORD_BITS) unit (
    .value(value), .shift(shift), .random(random), .highest(highest), .format(format), .word(word));

  initial begin
    open_vectors;
    read_vector;
    while (more) begin
      {value, shift, random, highest, format, expected} = given;
      #1 compare("word", 1024'(expected), 1024'(word));
      read_vector;
    end
    pass;
  end
endmodule
