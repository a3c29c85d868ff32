// The fields of a microcode word (MICROARCHITECTURE.md §2), from its lowest bit on.
module instruction #(
  parameter BITS = 1,
  parameter TERMS = 1,
  parameter PORT_BITS = 1,
  parameter COUNT_BITS = 1,
  parameter FIELD_BITS = 1
) (
  input  logic [BITS-1:0]                word,
  output logic [2:0]                     opcode,
  output logic                           reduce,
  output logic [7:0]                     shift,
  output logic [PORT_BITS-1:0]           port,
  output logic [PORT_BITS-1:0]           senders,
  output logic [3*COUNT_BITS-1:0]        bounds,
  output logic [FIELD_BITS-1:0]          destination,
  output logic [1:0]                     destination_part,
  output logic [TERMS-1:0]               valid,
  output logic [TERMS-1:0]               negative,
  output logic [7*TERMS-1:0]             alignments,
  output logic [TERMS-1:0]               real_part,
  output logic [TERMS-1:0]               has_right,
  // For each term: the left factor's part below the right one's, the outer bound below the inner one, the left address below
  // the right one.
  output logic [4*TERMS-1:0]             parts,
  output logic [2*TERMS*COUNT_BITS-1:0]  summed_bounds,
  output logic [2*TERMS*FIELD_BITS-1:0]  addresses
);
  localparam PORT = 16;
  localparam BOUNDS = PORT + 2 * PORT_BITS;
  localparam DESTINATION = BOUNDS + 3 * COUNT_BITS;
  localparam FIRST_TERM = DESTINATION + FIELD_BITS + 2;
  localparam SUMMED = 15;
  localparam ADDRESSES = SUMMED + 2 * COUNT_BITS;
  localparam TERM_BITS = ADDRESSES + 2 * FIELD_BITS;

  /* verilator lint_off UNUSEDSIGNAL */ // The sequencer has phase and learning in a pattern of its own.
  logic [3:0] condition;
  /* verilator lint_on UNUSEDSIGNAL */

  assign {shift, condition, reduce, opcode} = word[PORT-1:0];
  assign {senders, port} = word[PORT +: 2*PORT_BITS];
  assign bounds = word[BOUNDS +: 3*COUNT_BITS];
  assign {destination_part, destination} = word[DESTINATION +: FIELD_BITS+2];

  generate
    for (genvar t = 0; t < TERMS; t = t + 1) begin : term
      assign {parts[4*t +: 4], has_right[t], real_part[t], alignments[7*t +: 7], negative[t], valid[t]} =
          word[FIRST_TERM+t*TERM_BITS +: SUMMED];
      assign summed_bounds[2*t*COUNT_BITS +: 2*COUNT_BITS] = word[FIRST_TERM+t*TERM_BITS+SUMMED +: 2*COUNT_BITS];
      assign addresses[2*t*FIELD_BITS +: 2*FIELD_BITS] = word[FIRST_TERM+t*TERM_BITS+ADDRESSES +: 2*FIELD_BITS];
    end
  endgenerate
endmodule
