// A memory bank (MICROARCHITECTURE.md §1): words of neighbouring elements, a complex element being a pair of parts, real
// before imaginary. Two read ports of which a 1RW or 1R1W bank uses the first only, and a write port with an enable per part.
// Its ports carry every part in the core's widest form; what a bank's format lacks is extension on reading, dropped on writing.
module bank #(
  parameter LANES = 1,
  parameter WORD_BITS = 1,
  parameter ADDRESS_BITS = 1,
  parameter [127:0] DESCRIPTOR = 0,
  parameter FILE = ""
) (
  input  logic                           clock,
  input  logic [ADDRESS_BITS-1:0]        first_word,
  output logic [2*LANES*WORD_BITS-1:0]   first_data,
  input  logic [ADDRESS_BITS-1:0]        second_word,
  output logic [2*LANES*WORD_BITS-1:0]   second_data,
  input  logic                           write_enable,
  input  logic [ADDRESS_BITS-1:0]        write_word,
  input  logic [2*LANES-1:0]             write_mask,
  /* verilator lint_off UNUSEDSIGNAL */ // Bits that a narrow format does not have.
  input  logic [2*LANES*WORD_BITS-1:0]   write_data
  /* verilator lint_on UNUSEDSIGNAL */
);
  localparam [7:0] WIDTH = DESCRIPTOR[7:0];
  localparam SIGNED = DESCRIPTOR[8];
  localparam COMPLEX = DESCRIPTOR[9];
  localparam [23:0] WORDS = DESCRIPTOR[88:65];
  localparam [11:0] ELEMENTS = DESCRIPTOR[100:89];
  localparam PARTS = COMPLEX ? 2 : 1;
  localparam BITS = ELEMENTS * PARTS * WIDTH;

  logic [BITS-1:0] words[0:WORDS-1];
  logic [BITS-1:0] first_bits, second_bits;

  initial if (FILE != "") $readmemh(FILE, words);

  assign first_bits = words[first_word];
  assign second_bits = words[second_word];

  // A part in the core's widest form.
  function automatic [WORD_BITS-1:0] extended(input [WIDTH-1:0] bits);
    extended = SIGNED ? WORD_BITS'($signed(bits)) : WORD_BITS'(bits);
  endfunction

  always_comb begin
    first_data = 0;
    second_data = 0;
    for (int e = 0; e < ELEMENTS; e = e + 1) begin
      for (int p = 0; p < PARTS; p = p + 1) begin
        first_data[(2*e+p)*WORD_BITS +: WORD_BITS] = extended(first_bits[(e*PARTS+p)*WIDTH +: WIDTH]);
        second_data[(2*e+p)*WORD_BITS +: WORD_BITS] = extended(second_bits[(e*PARTS+p)*WIDTH +: WIDTH]);
      end
    end
  end

  generate
    for (genvar e = 0; e < ELEMENTS; e = e + 1) begin : element
      for (genvar p = 0; p < PARTS; p = p + 1) begin : part
        always_ff @(posedge clock) begin
          if (write_enable && write_mask[2*e+p])
            words[write_word][(e*PARTS+p)*WIDTH +: WIDTH] <= write_data[(2*e+p)*WORD_BITS +: WIDTH];
        end
      end
    end
  endgenerate
endmodule
