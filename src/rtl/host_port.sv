// A channel of the host (MICROARCHITECTURE.md §6): from cycle 0 of a step on it offers a beat in every cycle until all beats of the
// step are granted. The beats of all steps stand in one file, one behind the other.
module host_port #(
  parameter BUS_BITS = 1,
  parameter BEATS = 1,
  parameter FILE = ""
) (
  input  logic                clock,
  input  logic                reset,
  input  logic                step_start,
  input  logic [31:0]         beats,
  input  logic                grant,
  output logic                offer,
  output logic [BUS_BITS-1:0] beat,
  output logic                done
);
  logic [BUS_BITS-1:0] words[0:BEATS-1];
  logic [31:0] position, granted;

  initial if (FILE != "") $readmemh(FILE, words);

  assign done = granted == beats;
  // The number of beats is that of the new step already when the step begins.
  assign offer = !done && !step_start;
  assign beat = words[position < BEATS ? position : 0];

  always_ff @(posedge clock) begin
    if (reset) position <= 0;
    else if (grant) position <= position + 1;
    if (reset || step_start) granted <= 0;
    else if (grant) granted <= granted + 1;
  end
endmodule
