// Collects the elements of a bank word and writes it when it is complete (MICROARCHITECTURE.md §4, §5): at once in MAP, after
// its last element otherwise. Elements that were not computed keep their write enables low.
module output_word #(
  parameter LANES = 1,
  parameter LANE_BITS = 1,
  parameter WORD_BITS = 1
) (
  input  logic                         clock,
  input  logic                         reset,
  input  logic                         valid,
  input  logic                         complete,
  input  logic [LANE_BITS-1:0]         first_lane,
  input  logic [2*LANES-1:0]           mask,
  input  logic [2*LANES*WORD_BITS-1:0] words,
  output logic                         write_enable,
  output logic [2*LANES-1:0]           write_mask,
  output logic [2*LANES*WORD_BITS-1:0] write_data
);
  logic [2*LANES-1:0] placed, collected;
  logic [2*LANES*WORD_BITS-1:0] placed_words, collected_words;

  assign placed = mask << 2 * 32'(first_lane);
  assign placed_words = words << 2 * WORD_BITS * 32'(first_lane);
  assign write_enable = valid && complete;
  assign write_mask = collected | placed;

  generate
    for (genvar k = 0; k < 2 * LANES; k = k + 1) begin : part
      assign write_data[k*WORD_BITS +: WORD_BITS] =
          placed[k] ? placed_words[k*WORD_BITS +: WORD_BITS] : collected_words[k*WORD_BITS +: WORD_BITS];
    end
  endgenerate

  always_ff @(posedge clock) begin
    if (reset || write_enable) collected <= 0;
    else if (valid) collected <= write_mask;
    if (valid) collected_words <= write_data;
  end
endmodule
