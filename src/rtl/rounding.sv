// A round-and-saturate unit (MICROARCHITECTURE.md §1): value * 2^-shift is quantised once, then brought into the format's
// range. All modes of IEEE 1666 section 7, RND_CONV_ODD, and STOCHASTIC, which adds the random word below the last place.
module rounding #(
  parameter VALUE_BITS = 1,
  // Holds a value shifted left as far as any use needs.
  parameter ROUND_BITS = VALUE_BITS,
  parameter RANDOM_BITS = 1,
  parameter WORD_BITS = 1
) (
  input  logic signed [VALUE_BITS-1:0] value,
  input  logic signed [9:0]            shift,
  input  logic [RANDOM_BITS-1:0]       random,
  // The highest word of the format whatever the value is.
  input  logic                         highest,
  // From the lowest bit: width 8, signed 1, quantization 4, overflow 3, saturated bits 8.
  input  logic [23:0]                  format,
  output logic [WORD_BITS-1:0]         word
);
  localparam [3:0] TRN_ZERO = 1, RND = 2, RND_ZERO = 3, RND_INF = 4, RND_MIN_INF = 5, RND_CONV = 6,
      RND_CONV_ODD = 7, STOCHASTIC = 8;
  localparam [2:0] WRAP = 0, SAT_ZERO = 2, SAT_SYM = 3, WRAP_SM = 4;
  localparam NOISY_BITS = ROUND_BITS + RANDOM_BITS;

  logic [7:0] width, saturated_bits;
  logic is_signed;
  logic [3:0] quantization;
  logic [2:0] overflow;
  logic signed [ROUND_BITS-1:0] wide, floor, quantised, maximum, minimum, lowest, partly, kept, low, result;
  logic signed [NOISY_BITS-1:0] noisy;
  logic [ROUND_BITS-1:0] below_half;
  logic [9:0] right;
  logic half, sticky, up, negative, inverted;

  assign {saturated_bits, overflow, quantization, is_signed, width} = format;
  assign wide = ROUND_BITS'(value);

  always_comb begin
    right = shift > 0 ? shift : 10'd1;
    floor = wide >>> right;
    below_half = ~({ROUND_BITS{1'b1}} << (right - 1'b1));
    half = 1'(wide >>> (right - 1'b1));
    sticky = (wide & $signed(below_half)) != 0;
    case (quantization)
      TRN_ZERO: up = wide < 0 && (half || sticky);
      RND: up = half;
      RND_ZERO: up = half && (sticky || wide < 0);
      RND_INF: up = half && (sticky || wide >= 0);
      RND_MIN_INF: up = half && sticky;
      RND_CONV: up = half && (sticky || floor[0]);
      RND_CONV_ODD: up = half && (sticky || !floor[0]);
      default: up = 1'b0;
    endcase
    noisy = $signed({wide, {RANDOM_BITS{1'b0}}}) >>> right;
    noisy = noisy + $signed({{ROUND_BITS{1'b0}}, random});
    if (shift <= 0) quantised = wide <<< (-shift);
    else if (quantization == STOCHASTIC) quantised = noisy[NOISY_BITS-1 -: ROUND_BITS];
    else quantised = floor + ROUND_BITS'($signed({1'b0, up}));
  end

  // SystemC's n_bits: the top bits are those of the saturated value, only the rest wraps.
  always_comb begin
    maximum = ~({ROUND_BITS{1'b1}} << (is_signed ? width - 1'b1 : width));
    minimum = is_signed ? ~maximum : 0;
    lowest = is_signed && overflow == SAT_SYM ? -maximum : minimum;
    negative = quantised < 0;
    inverted = overflow == WRAP_SM
        && (saturated_bits <= 1
            ? (saturated_bits == 0 ? 1'(quantised >>> width) : negative) != 1'(quantised >>> (width - 1'b1))
            : 1'(quantised >>> (width - saturated_bits)) == negative);
    low = inverted ? ~quantised : quantised;
    kept = ~({ROUND_BITS{1'b1}} << (width - saturated_bits));
    partly = (negative ? minimum : maximum) & ~kept | low & kept;

    if (highest) result = maximum;
    else if (quantised >= lowest && quantised <= maximum) result = quantised;
    else if (overflow == SAT_ZERO) result = 0;
    else if (overflow != WRAP && overflow != WRAP_SM || saturated_bits >= width) result = negative ? lowest : maximum;
    else if (saturated_bits == 0 || overflow == WRAP_SM && saturated_bits == 1) result = low;
    else result = partly;
  end

  // The low bits of the result, extended as the format says.
  logic [ROUND_BITS-1:0] above;
  logic sign;
  assign above = {ROUND_BITS{1'b1}} << width;
  assign sign = is_signed && 1'(result >>> (width - 1'b1));
  assign word = WORD_BITS'(sign ? result | above : result & ~above);
endmodule
