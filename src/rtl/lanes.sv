// The lanes of a core: factors, products and, behind the multiplier's registers, the trees that join them
// (MICROARCHITECTURE.md §1, §4, §5).
module lanes #(
  parameter LANES = 1,
  parameter LANE_BITS = 1,
  parameter AMOUNT_BITS = 1,
  parameter WORD_BITS = 1,
  parameter ACCUMULATOR_BITS = 1,
  parameter MULTIPLY_CYCLES = 1
) (
  input  logic                                clock,
  input  logic [2*LANES*WORD_BITS-1:0]        left,
  input  logic [2*LANES*WORD_BITS-1:0]        right,
  input  logic [LANE_BITS-1:0]                left_lane,
  input  logic [LANE_BITS-1:0]                right_lane,
  input  logic                                left_broadcast,
  input  logic                                right_broadcast,
  input  logic [3:0]                          parts,
  input  logic                                valid,
  input  logic                                has_right,
  input  logic                                real_part,
  input  logic                                negative,
  input  logic [6:0]                          alignment,
  input  logic [AMOUNT_BITS-1:0]              run,
  // The left factors as they are: inputs of the look-up units.
  output logic [LANES*(WORD_BITS+1)-1:0]      factors,
  // After MULTIPLY_CYCLES: a product for each lane, real then imaginary.
  output logic [2*LANES*ACCUMULATOR_BITS-1:0] products,
  // After the levels of the tree as well.
  output logic [ACCUMULATOR_BITS-1:0]         joined_real,
  output logic [ACCUMULATOR_BITS-1:0]         joined_imaginary,
  // After the levels of the tree alone.
  output logic [ACCUMULATOR_BITS-1:0]         largest
);
  logic [2*LANES*ACCUMULATOR_BITS-1:0] formed;
  logic [LANES*ACCUMULATOR_BITS-1:0] real_products, imaginary_products, compared;

  generate
    for (genvar l = 0; l < LANES; l = l + 1) begin : number
      logic signed [WORD_BITS:0] left_real, left_imaginary, right_real, right_imaginary;
      logic active;

      assign active = l < 32'(run);
      factor #(LANES, l, LANE_BITS, WORD_BITS) left_factor (
        .word(left), .first_lane(left_lane), .broadcast(left_broadcast), .part(parts[1:0]),
        .real_value(left_real), .imaginary_value(left_imaginary));
      factor #(LANES, l, LANE_BITS, WORD_BITS) right_factor (
        .word(right), .first_lane(right_lane), .broadcast(right_broadcast), .part(parts[3:2]),
        .real_value(right_real), .imaginary_value(right_imaginary));
      lane #(WORD_BITS, ACCUMULATOR_BITS) multipliers (
        .active(active && valid), .has_right(has_right), .real_part(real_part), .negative(negative),
        .alignment(alignment), .left_real(left_real), .left_imaginary(left_imaginary), .right_real(right_real),
        .right_imaginary(right_imaginary), .product_real(formed[2*l*ACCUMULATOR_BITS +: ACCUMULATOR_BITS]),
        .product_imaginary(formed[(2*l+1)*ACCUMULATOR_BITS +: ACCUMULATOR_BITS]));

      assign factors[l*(WORD_BITS+1) +: WORD_BITS+1] = left_real;
      assign compared[l*ACCUMULATOR_BITS +: ACCUMULATOR_BITS] =
          active ? ACCUMULATOR_BITS'(left_real) : {1'b1, {ACCUMULATOR_BITS-1{1'b0}}};
      assign real_products[l*ACCUMULATOR_BITS +: ACCUMULATOR_BITS] = products[2*l*ACCUMULATOR_BITS +: ACCUMULATOR_BITS];
      assign imaginary_products[l*ACCUMULATOR_BITS +: ACCUMULATOR_BITS] =
          products[(2*l+1)*ACCUMULATOR_BITS +: ACCUMULATOR_BITS];
    end
  endgenerate

  delay #(2 * LANES * ACCUMULATOR_BITS, MULTIPLY_CYCLES) product_stages (.clock(clock), .value(formed), .delayed(products));
  lane_tree #(LANES, ACCUMULATOR_BITS) real_tree (.clock(clock), .values(real_products), .joined(joined_real));
  lane_tree #(LANES, ACCUMULATOR_BITS) imaginary_tree (
    .clock(clock), .values(imaginary_products), .joined(joined_imaginary));
  lane_tree #(LANES, ACCUMULATOR_BITS, 1) maximum_tree (.clock(clock), .values(compared), .joined(largest));
endmodule
