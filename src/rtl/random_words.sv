// The random words of stochastic rounding (MICROARCHITECTURE.md §1 LFSR): a right-shift Galois register and its leap-ahead
// network. Words that are asked for in one cycle take RANDOM_BITS clocks of the register each, in order.
module random_words #(
  parameter BITS = 2,
  parameter [63:0] MASK = 64'd3,
  parameter [63:0] SEED = 64'd1,
  parameter RANDOM_BITS = 1,
  parameter WORDS = 1
) (
  input  logic                         clock,
  input  logic                         reset,
  input  logic [WORDS-1:0]             draw,
  output logic [WORDS*RANDOM_BITS-1:0] words
);
  logic [BITS-1:0] state, next;

  function automatic [BITS-1:0] clocked(input [BITS-1:0] register);
    clocked = (register >> 1) ^ (register[0] ? MASK[BITS-1:0] : {BITS{1'b0}});
  endfunction

  // The first bit out is the most significant one of its word.
  always_comb begin
    next = state;
    words = 0;
    for (int w = 0; w < WORDS; w = w + 1) begin
      if (draw[w]) begin
        for (int b = RANDOM_BITS - 1; b >= 0; b = b - 1) begin
          words[w*RANDOM_BITS+b] = next[0];
          next = clocked(next);
        end
      end
    end
  end

  always_ff @(posedge clock) state <= reset ? SEED[BITS-1:0] : next;
endmodule
