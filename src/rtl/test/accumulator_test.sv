// An accumulator against exact sums. A line: enable, load, maximum, value; the sum behind the clock's edge.
module accumulator_test;
  `include "parameters.svh"
  `include "vectors.svh"

  logic clock = 0, enable, load, maximum;
  logic signed [WIDTH-1:0] value, sum, expected;

  accumulator #(WIDTH) unit (
    .clock(clock), .enable(enable), .load(load), .maximum(maximum), .value(value), .sum(sum));

  initial begin
    open_vectors;
    read_vector;
    while (more) begin
      {enable, load, maximum, value, expected} = given;
      #1 clock = 1;
      #1 clock = 0;
      compare("sum", 1024'($unsigned(expected)), 1024'($unsigned(sum)));
      read_vector;
    end
    pass;
  end
endmodule
