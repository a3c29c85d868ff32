// A lane's factor: its element of the holding register's word, and the part of it that the operand denotes (§1 Lane).
module factor #(
  parameter LANES = 1,
  parameter LANE = 0,
  parameter LANE_BITS = 1,
  parameter WORD_BITS = 1
) (
  input  logic [2*LANES*WORD_BITS-1:0]  word,
  input  logic [LANE_BITS-1:0]          first_lane,
  input  logic                          broadcast,
  // 0 whole, 1 real part, 2 imaginary part, 3 conjugate.
  input  logic [1:0]                    part,
  // One bit more than a word has: the conjugate of the lowest one needs it.
  output logic signed [WORD_BITS:0]     real_value,
  output logic signed [WORD_BITS:0]     imaginary_value
);
  localparam FACTOR_BITS = WORD_BITS + 1;

  logic [LANE_BITS-1:0] element;
  logic signed [WORD_BITS-1:0] real_word, imaginary_word;

  assign element = broadcast ? first_lane : first_lane + LANE_BITS'(LANE);
  assign {imaginary_word, real_word} = word[2*WORD_BITS*element +: 2*WORD_BITS];

  always_comb begin
    real_value = part == 2 ? FACTOR_BITS'(imaginary_word) : FACTOR_BITS'(real_word);
    case (part)
      2'd0: imaginary_value = FACTOR_BITS'(imaginary_word);
      2'd3: imaginary_value = -(FACTOR_BITS'(imaginary_word));
      default: imaginary_value = 0;
    endcase
  end
endmodule
