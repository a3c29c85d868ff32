// A value CYCLES later: the registers of a pipeline stage. With 0 cycles it is a wire.
module delay #(
  parameter WIDTH = 1,
  parameter CYCLES = 1
) (
  input  logic             clock,
  input  logic [WIDTH-1:0] value,
  output logic [WIDTH-1:0] delayed
);
  generate
    if (CYCLES == 0) begin : wire_only
      assign delayed = value;
    end else begin : registers
      logic [WIDTH*CYCLES-1:0] line;
      assign delayed = line[WIDTH*(CYCLES-1) +: WIDTH];
      if (CYCLES == 1) begin : one
        always_ff @(posedge clock) line <= value;
      end else begin : several
        always_ff @(posedge clock) line <= {line[WIDTH*(CYCLES-1)-1:0], value};
      end
    end
  endgenerate
endmodule
