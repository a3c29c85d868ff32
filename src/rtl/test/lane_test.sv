// Factors and products of a lane against exact arithmetic. A line: both words, first lanes, broadcasts, parts, whether there is a
// right factor, real part, sign, alignment, run; for each lane real and imaginary product.
module lane_test;
  `include "parameters.svh"
  `include "vectors.svh"

  localparam DATA_BITS = 2 * LANES * WORD_BITS;
  localparam PRODUCTS_BITS = 2 * LANES * ACCUMULATOR_BITS;

  logic [DATA_BITS-1:0] left, right;
  logic [LANE_BITS-1:0] left_lane, right_lane;
  logic left_broadcast, right_broadcast, has_right, real_part, negative;
  logic [1:0] left_part, right_part;
  logic [6:0] alignment;
  logic [LANE_BITS:0] run;
  logic [PRODUCTS_BITS-1:0] products, expected;

  generate
    for (genvar l = 0; l < LANES; l = l + 1) begin : number
      logic signed [WORD_BITS:0] left_real, left_imaginary, right_real, right_imaginary;
      logic signed [ACCUMULATOR_BITS-1:0] product_real, product_imaginary;
      logic active;
      assign active = l < 32'(run);
      assign products[2*l*ACCUMULATOR_BITS +: 2*ACCUMULATOR_BITS] = {product_imaginary, product_real};
      factor #(LANES, l, LANE_BITS, WORD_BITS) left_factor (
        .word(left), .first_lane(left_lane), .broadcast(left_broadcast), .part(left_part), .real_value(left_real),
        .imaginary_value(left_imaginary));
      factor #(LANES, l, LANE_BITS, WORD_BITS) right_factor (
        .word(right), .first_lane(right_lane), .broadcast(right_broadcast), .part(right_part), .real_value(right_real),
        .imaginary_value(right_imaginary));
      lane #(WORD_BITS, ACCUMULATOR_BITS) unit (
        .active(active), .has_right(has_right), .real_part(real_part), .negative(negative), .alignment(alignment),
        .left_real(left_real), .left_imaginary(left_imaginary), .right_real(right_real), .right_imaginary(right_imaginary),
        .product_real(product_real), .product_imaginary(product_imaginary));
    end
  endgenerate

  initial begin
    open_vectors;
    read_vector;
    while (more) begin
      {left, right, left_lane, right_lane, left_broadcast, right_broadcast, left_part, right_part, has_right, real_part,
          negative, alignment, run, expected} = given;
      #1 compare("products", 1024'(expected), 1024'(products));
      read_vector;
    end
    pass;
  end
endmodule
