// Banks of all formats with their images, read and written through the ports of a core. A line is a cycle: the reads as the
// ports give them, the write; what both positions read.
module bank_array_test;
  `include "parameters.svh"
  `include "vectors.svh"

  localparam DATA_BITS = 2 * LANES * WORD_BITS;

  logic clock = 0, reads_left, reads_right, shared, second, write_enable;
  logic [BANK_BITS-1:0] left_bank, right_bank, write_bank;
  logic [ADDRESS_BITS-1:0] left_word, right_word, write_word;
  logic [2*LANES-1:0] write_mask;
  logic [DATA_BITS-1:0] write_data, left_data, right_data, expected_left, expected_right;

  bank_array #(LANES, WORD_BITS, BANKS, BANK_BITS, ADDRESS_BITS, BANK_DESCRIPTORS, ".") unit (
    .clock(clock), .reads_left(reads_left), .left_bank(left_bank), .left_word(left_word), .right_bank(right_bank),
    .right_word(right_word), .shared(shared), .second(second), .left_data(left_data), .right_data(right_data),
    .write_enable(write_enable), .write_bank(write_bank), .write_word(write_word), .write_mask(write_mask),
    .write_data(write_data));

  initial begin
    open_vectors;
    read_vector;
    while (more) begin
      {reads_left, reads_right, shared, second, left_bank, left_word, right_bank, right_word, write_enable, write_bank,
          write_word, write_mask, write_data, expected_left, expected_right} = given;
      #1 if (reads_left) compare("left_data", 1024'(expected_left), 1024'(left_data));
      if (reads_right || shared) compare("right_data", 1024'(expected_right), 1024'(right_data));
      clock = 1;
      #1 clock = 0;
      read_vector;
    end
    pass;
  end
endmodule
