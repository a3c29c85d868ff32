// The leap-ahead register of stochastic rounding against the register of the Java model. A line: reset, which words are drawn,
// the words.
module random_words_test;
  `include "parameters.svh"
  `include "vectors.svh"

  logic clock = 0, reset = 0;
  logic [WORDS-1:0] draw;
  logic [WORDS*RANDOM_BITS-1:0] words, expected;

  random_words #(BITS, MASK, SEED, RANDOM_BITS, WORDS) register (
    .clock(clock), .reset(reset), .draw(draw), .words(words));

  initial begin
    open_vectors;
    read_vector;
    while (more) begin
      {reset, draw, expected} = given;
      #1 if (!reset) compare("words", 1024'(expected), 1024'(words));
      clock = 1;
      #1 clock = 0;
      read_vector;
    end
    pass;
  end
endmodule
