// One product term per cycle (MICROARCHITECTURE.md §1 Lane): four multiplications of real words at most, signed and aligned
// with the sum. A term of one factor passes through. The product is combinational; the stage's registers stand behind it.
module lane #(
  parameter WORD_BITS = 1,
  parameter ACCUMULATOR_BITS = 1
) (
  input  logic                               active,
  input  logic                               has_right,
  input  logic                               real_part,
  input  logic                               negative,
  input  logic [6:0]                         alignment,
  input  logic signed [WORD_BITS:0]          left_real,
  input  logic signed [WORD_BITS:0]          left_imaginary,
  input  logic signed [WORD_BITS:0]          right_real,
  input  logic signed [WORD_BITS:0]          right_imaginary,
  output logic signed [ACCUMULATOR_BITS-1:0] product_real,
  output logic signed [ACCUMULATOR_BITS-1:0] product_imaginary
);
  localparam PRODUCT_BITS = 2 * WORD_BITS + 3;
  localparam WIDE_BITS = PRODUCT_BITS > ACCUMULATOR_BITS ? PRODUCT_BITS : ACCUMULATOR_BITS;

  logic signed [PRODUCT_BITS-1:0] real_sum, imaginary_sum;

  // Sums are as exact as the accumulator, whose width holds the largest possible one: what is cut above it is sign.
  function automatic [ACCUMULATOR_BITS-1:0] aligned(input signed [PRODUCT_BITS-1:0] exact, input minus, input [6:0] places);
    logic signed [WIDE_BITS-1:0] wide;
    begin
      wide = WIDE_BITS'(exact);
      wide = (minus ? -wide : wide) <<< places;
      aligned = wide[ACCUMULATOR_BITS-1:0];
    end
  endfunction

  always_comb begin
    if (has_right) begin
      real_sum = left_real * right_real - left_imaginary * right_imaginary;
      imaginary_sum = left_real * right_imaginary + left_imaginary * right_real;
    end else begin
      real_sum = PRODUCT_BITS'(left_real);
      imaginary_sum = PRODUCT_BITS'(left_imaginary);
    end
    product_real = active ? aligned(real_sum, negative, alignment) : 0;
    product_imaginary = active && !real_part ? aligned(imaginary_sum, negative, alignment) : 0;
  end
endmodule
