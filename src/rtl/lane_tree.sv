// Joins the lanes of a REDUCE (MICROARCHITECTURE.md §4, §5): a tree of adders, or of comparators for a maximum, with a
// register behind each of its levels.
module lane_tree #(
  parameter LANES = 1,
  parameter WIDTH = 1,
  parameter MAXIMUM = 0
) (
  input  logic                     clock,
  input  logic [LANES*WIDTH-1:0]   values,
  output logic signed [WIDTH-1:0]  joined
);
  localparam HALF = (LANES + 1) / 2;

  generate
    if (LANES == 1) begin : leaf
      assign joined = values;
    end else begin : level
      logic [HALF*WIDTH-1:0] pairs;

      for (genvar k = 0; k < HALF; k = k + 1) begin : pair
        logic signed [WIDTH-1:0] first;
        assign first = values[2*k*WIDTH +: WIDTH];
        if (2 * k + 1 < LANES) begin : two
          logic signed [WIDTH-1:0] second;
          assign second = values[(2*k+1)*WIDTH +: WIDTH];
          always_ff @(posedge clock) pairs[k*WIDTH +: WIDTH] <= MAXIMUM == 0 ? first + second : first > second ? first : second;
        end else begin : one
          always_ff @(posedge clock) pairs[k*WIDTH +: WIDTH] <= first;
        end
      end

      lane_tree #(HALF, WIDTH, MAXIMUM) rest (.clock(clock), .values(pairs), .joined(joined));
    end
  endgenerate
endmodule
