// Trees of 1 to 9 lanes, adders and comparators, new values in every cycle. A line: the values, lane 0 lowest; for each number of
// lanes what its trees give behind the clock's edge: the largest value, the sum, 1 lane lowest.
module lane_tree_test;
  `include "parameters.svh"
  `include "vectors.svh"

  localparam MOST_LANES = 9, MOST_LEVELS = 4;

  logic clock = 0;
  logic [MOST_LANES*WIDTH-1:0] values;
  logic [2*MOST_LANES*WIDTH-1:0] joined, expected;

  generate
    for (genvar l = 1; l <= MOST_LANES; l = l + 1) begin : number
      logic signed [WIDTH-1:0] sum, largest;
      lane_tree #(l, WIDTH, 0) adders (.clock(clock), .values(values[l*WIDTH-1:0]), .joined(sum));
      lane_tree #(l, WIDTH, 1) comparators (.clock(clock), .values(values[l*WIDTH-1:0]), .joined(largest));
      assign joined[2*(l-1)*WIDTH +: 2*WIDTH] = {largest, sum};
    end
  endgenerate

  initial begin
    open_vectors;
    read_vector;
    while (more) begin
      {values, expected} = given;
      #1 clock = 1;
      #1 clock = 0;
      if (line >= MOST_LEVELS) compare("joined", 1024'(expected), 1024'(joined));
      read_vector;
    end
    pass;
  end
endmodule
