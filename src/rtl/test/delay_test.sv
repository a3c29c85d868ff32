// Delays of 0 to 4 cycles. A line: the value; what each delay gives behind the clock's edge, that of 0 cycles lowest.
module delay_test;
  `include "parameters.svh"
  `include "vectors.svh"

  localparam MOST_CYCLES = 4;

  logic clock = 0;
  logic [WIDTH-1:0] value;
  logic [(MOST_CYCLES+1)*WIDTH-1:0] delayed, expected;

  generate
    for (genvar c = 0; c <= MOST_CYCLES; c = c + 1) begin : cycles
      delay #(WIDTH, c) stages (.clock(clock), .value(value), .delayed(delayed[c*WIDTH +: WIDTH]));
    end
  endgenerate

  initial begin
    open_vectors;
    read_vector;
    while (more) begin
      {value, expected} = given;
      #1 clock = 1;
      #1 clock = 0;
      if (line >= MOST_CYCLES) compare("delayed", 1024'(expected), 1024'(delayed));
      read_vector;
    end
    pass;
  end
endmodule
