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

  generate
    for (genvar k = 0; k < 2 * LANES; k = k + 1) begin : part
      if (k / 2 < ELEMENTS && (COMPLEX || k % 2 == 0)) begin : stored
        // One array for each part, so that its enable is a plain write enable.
        localparam INDEX = COMPLEX ? k : k / 2;
        logic [WIDTH-1:0] words[0:WORDS-1];
        logic [WIDTH-1:0] first_part, second_part;

        if (FILE != "") begin : image
          logic [ELEMENTS*PARTS*WIDTH-1:0] rows[0:WORDS-1];
          initial begin
            $readmemh(FILE, rows);
            for (int w = 0; w < WORDS; w = w + 1) words[w] = rows[w][INDEX*WIDTH +: WIDTH];
          end
        end

        assign first_part = words[first_word];
        assign second_part = words[second_word];
        assign first_data[k*WORD_BITS +: WORD_BITS] = SIGNED ? WORD_BITS'($signed(first_part)) : WORD_BITS'(first_part);
        assign second_data[k*WORD_BITS +: WORD_BITS] = SIGNED ? WORD_BITS'($signed(second_part)) : WORD_BITS'(second_part);

        always_ff @(posedge clock) begin
          if (write_enable && write_mask[k]) words[write_word] <= write_data[k*WORD_BITS +: WIDTH];
        end
      end else begin : absent
        assign first_data[k*WORD_BITS +: WORD_BITS] = 0;
        assign second_data[k*WORD_BITS +: WORD_BITS] = 0;
      end
    end
  endgenerate
endmodule
