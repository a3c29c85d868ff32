// The rounding units of all lanes with their random words, new values in every cycle. A line: reset, valid, elements, which parts
// are written, values, shifts, highest, format; behind the clock's edge which words there are, and the words.
module round_units_test;
  `include "parameters.svh"
  `include "vectors.svh"

  localparam AMOUNT_BITS = $clog2(LANES + 1);

  logic clock = 0, reset, valid, writes_real, writes_imaginary;
  logic [AMOUNT_BITS-1:0] elements;
  logic [2*LANES*VALUE_BITS-1:0] values;
  logic [LANES*10-1:0] shifts;
  logic [LANES-1:0] highest;
  logic [23:0] format;
  logic [2*LANES*WORD_BITS-1:0] words, expected_words;
  logic [2*LANES-1:0] mask, expected_mask;
  integer part;

  round_units #(LANES, AMOUNT_BITS, VALUE_BITS, ROUND_BITS, WORD_BITS, ROUND_CYCLES, LFSR_BITS, LFSR_MASK, LFSR_SEED,
      RANDOM_BITS) units (
    .clock(clock), .reset(reset), .valid(valid), .elements(elements), .writes_real(writes_real),
    .writes_imaginary(writes_imaginary), .values(values), .shifts(shifts), .highest(highest), .format(format),
    .words(words), .mask(mask));

  initial begin
    open_vectors;
    read_vector;
    while (more) begin
      {reset, valid, elements, writes_real, writes_imaginary, values, shifts, highest, format, expected_mask, expected_words} = given;
      #1 clock = 1;
      #1 clock = 0;
      if (line >= ROUND_CYCLES) begin
        compare("mask", 1024'(expected_mask), 1024'(mask));
        for (part = 0; part < 2 * LANES; part = part + 1)
          if (mask[part])
            compare("words", 1024'(expected_words[part*WORD_BITS +: WORD_BITS]), 1024'(words[part*WORD_BITS +: WORD_BITS]));
      end
      read_vector;
    end
    pass;
  end
endmodule
