// An exact accumulator (MICROARCHITECTURE.md §1): loaded by the first slot of its element or group, added to by the others;
// for a maximum it keeps the larger one.
module accumulator #(
  parameter WIDTH = 1
) (
  input  logic                    clock,
  input  logic                    enable,
  input  logic                    load,
  input  logic                    maximum,
  input  logic signed [WIDTH-1:0] value,
  output logic signed [WIDTH-1:0] sum
);
  always_ff @(posedge clock) begin
    if (enable) begin
      if (load) sum <= value;
      else if (maximum) sum <= value > sum ? value : sum;
      else sum <= sum + value;
    end
  end
endmodule
