// The round-and-saturate units of a core, one for each lane and part, and their random words (MICROARCHITECTURE.md §1, §4).
// The random words are drawn in the first of the ROUND_CYCLES cycles; the registers stand behind the units.
module round_units #(
  parameter LANES = 1,
  parameter AMOUNT_BITS = 1,
  parameter VALUE_BITS = 1,
  parameter ROUND_BITS = 1,
  parameter WORD_BITS = 1,
  parameter ROUND_CYCLES = 1,
  parameter LFSR_BITS = 2,
  parameter [63:0] LFSR_MASK = 64'd3,
  parameter [63:0] LFSR_SEED = 64'd1,
  parameter RANDOM_BITS = 1
) (
  input  logic                            clock,
  input  logic                            reset,
  input  logic                            valid,
  input  logic [AMOUNT_BITS-1:0]          elements,
  input  logic                            writes_real,
  input  logic                            writes_imaginary,
  // For each lane real, then imaginary value.
  input  logic [2*LANES*VALUE_BITS-1:0]   values,
  input  logic [LANES*10-1:0]             shifts,
  input  logic [LANES-1:0]                highest,
  input  logic [23:0]                     format,
  // ROUND_CYCLES later: the words and which of them are meant.
  output logic [2*LANES*WORD_BITS-1:0]    words,
  output logic [2*LANES-1:0]              mask
);
  localparam [3:0] STOCHASTIC = 8;

  logic [2*LANES-1:0] rounded;
  logic [2*LANES*RANDOM_BITS-1:0] random;
  logic [2*LANES*WORD_BITS-1:0] results;

  random_words #(LFSR_BITS, LFSR_MASK, LFSR_SEED, RANDOM_BITS, 2 * LANES) lfsr (
    .clock(clock), .reset(reset), .draw(format[12:9] == STOCHASTIC ? rounded : {2*LANES{1'b0}}), .words(random));

  generate
    for (genvar k = 0; k < 2 * LANES; k = k + 1) begin : unit
      assign rounded[k] = valid && k / 2 < 32'(elements) && (k % 2 == 0 ? writes_real : writes_imaginary);
      rounding #(VALUE_BITS, ROUND_BITS, RANDOM_BITS, WORD_BITS) round (
        .value(values[k*VALUE_BITS +: VALUE_BITS]), .shift(shifts[k/2*10 +: 10]),
        .random(random[k*RANDOM_BITS +: RANDOM_BITS]), .highest(highest[k/2]), .format(format),
        .word(results[k*WORD_BITS +: WORD_BITS]));
    end
  endgenerate

  delay #(2 * LANES * (WORD_BITS + 1), ROUND_CYCLES) stages (
    .clock(clock), .value({rounded, results}), .delayed({mask, words}));
endmodule
