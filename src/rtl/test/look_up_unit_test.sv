// A look-up unit and the rounding unit behind it against the look-up tables of the Java model, a value in every cycle. Lines: a
// table's number and how many values follow, then these: value, output word.
module look_up_unit_test;
  `include "parameters.svh"
  `include "vectors.svh"

  localparam LATENCY = 2 + MULTIPLY_CYCLES;

  logic clock = 0;
  logic [PORT_BITS-1:0] table_number;
  logic signed [WORD_BITS:0] value;
  logic signed [VALUE_BITS-1:0] looked_up;
  logic signed [9:0] shift;
  logic highest;
  logic [23:0] format;
  logic [WORD_BITS-1:0] word;
  logic [LATENCY*WORD_BITS-1:0] expected;
  integer count, at;

  look_up_unit #(WORD_BITS, VALUE_BITS, MULTIPLY_CYCLES, TABLES, PORT_BITS, TABLE_DESCRIPTORS, ROM_WORDS, ROM_BITS, ".") unit (
    .clock(clock), .table_number(table_number), .value(value), .looked_up(looked_up), .shift(shift), .highest(highest));

  assign format = TABLE_DESCRIPTORS[192*table_number+123 +: 24];

  rounding #(VALUE_BITS, ROUND_BITS, 1, WORD_BITS) round (
    .value(looked_up), .shift(shift), .random(1'b0), .highest(highest), .format(format), .word(word));

  initial begin
    open_vectors;
    read_vector;
    while (more) begin
      {table_number, count[15:0]} = given;
      count[31:16] = 0;
      for (at = 0; at < count + LATENCY; at = at + 1) begin
        if (at < count) begin
          read_vector;
          {value, expected[WORD_BITS-1:0]} = given;
        end
        #1 clock = 1;
        #1 clock = 0;
        // The cycle after the value's LATENCY-th edge.
        if (at + 1 >= LATENCY && at + 1 < count + LATENCY)
          compare("word", 1024'(expected[(LATENCY-1)*WORD_BITS +: WORD_BITS]), 1024'(word));
        expected = expected << WORD_BITS;
      end
      read_vector;
    end
    pass;
  end
endmodule
