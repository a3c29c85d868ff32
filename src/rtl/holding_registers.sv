// The holding registers (MICROARCHITECTURE.md §1): one for each operand position, with the last word that was read there. A
// read is under way for READ_CYCLES; then the lanes see its word.
module holding_registers #(
  parameter TERMS = 1,
  parameter TERM_BITS = 1,
  parameter READ_CYCLES = 1,
  parameter DATA_BITS = 1
) (
  input  logic                 clock,
  input  logic                 loads_left,
  input  logic                 loads_right,
  input  logic [TERM_BITS-1:0] loaded_term,
  input  logic [DATA_BITS-1:0] left_data,
  input  logic [DATA_BITS-1:0] right_data,
  // What the port of the bus sees: the words one cycle before they would be held.
  output logic [DATA_BITS-1:0] left_arriving,
  output logic [DATA_BITS-1:0] right_arriving,
  input  logic [TERM_BITS-1:0] term,
  output logic [DATA_BITS-1:0] left,
  output logic [DATA_BITS-1:0] right
);
  logic holds_left, holds_right;
  logic [TERM_BITS-1:0] held_term;
  logic [2*TERMS*DATA_BITS-1:0] held;

  delay #(TERM_BITS + 2 + 2 * DATA_BITS, READ_CYCLES - 1) read_stages (
    .clock(clock), .value({loads_left, loads_right, loaded_term, left_data, right_data}),
    .delayed({holds_left, holds_right, held_term, left_arriving, right_arriving}));

  always_ff @(posedge clock) begin
    if (holds_left) held[2*held_term*DATA_BITS +: DATA_BITS] <= left_arriving;
    if (holds_right) held[(2*held_term+1)*DATA_BITS +: DATA_BITS] <= right_arriving;
  end

  assign {right, left} = held[2*term*DATA_BITS +: 2*DATA_BITS];
endmodule
