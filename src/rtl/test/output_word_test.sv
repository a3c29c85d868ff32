// Bank words that are put together from rounded elements. A line is a cycle: reset, valid, complete, first lane, mask, words;
// write enable, mask and data.
module output_word_test;
  `include "parameters.svh"
  `include "vectors.svh"

  localparam LANE_BITS = LANES == 1 ? 1 : $clog2(LANES);

  logic clock = 0, reset, valid, complete, write_enable, expected_enable;
  logic [LANE_BITS-1:0] first_lane;
  logic [2*LANES-1:0] mask, write_mask, expected_mask;
  logic [2*LANES*WORD_BITS-1:0] words, write_data, expected_data;
  integer part;

  output_word #(LANES, LANE_BITS, WORD_BITS) unit (
    .clock(clock), .reset(reset), .valid(valid), .complete(complete), .first_lane(first_lane), .mask(mask), .words(words),
    .write_enable(write_enable), .write_mask(write_mask), .write_data(write_data));

  initial begin
    open_vectors;
    read_vector;
    while (more) begin
      {reset, valid, complete, first_lane, mask, words, expected_enable, expected_mask, expected_data} = given;
      #1 compare("write_enable", 1024'(expected_enable), 1024'(write_enable));
      if (write_enable) begin
        compare("write_mask", 1024'(expected_mask), 1024'(write_mask));
        for (part = 0; part < 2 * LANES; part = part + 1)
          if (write_mask[part])
            compare("write_data", 1024'(expected_data[part*WORD_BITS +: WORD_BITS]), 1024'(write_data[part*WORD_BITS +: WORD_BITS]));
      end
      clock = 1;
      #1 clock = 0;
      read_vector;
    end
    pass;
  end
endmodule
