// The banks of a core with the wires between their ports and the two positions of a slot (MICROARCHITECTURE.md §1, §3): a bank's
// first port takes the only read of a cycle, its second port the right position's where both read in it.
module bank_array #(
  parameter LANES = 1,
  parameter WORD_BITS = 1,
  parameter BANKS = 1,
  parameter BANK_BITS = 1,
  parameter ADDRESS_BITS = 1,
  parameter [128*BANKS-1:0] BANK_DESCRIPTORS = 0,
  parameter DIRECTORY = "",
  parameter DATA_BITS = 2 * LANES * WORD_BITS
) (
  input  logic                    clock,
  input  logic                    reads_left,
  input  logic [BANK_BITS-1:0]    left_bank,
  input  logic [ADDRESS_BITS-1:0] left_word,
  input  logic [BANK_BITS-1:0]    right_bank,
  input  logic [ADDRESS_BITS-1:0] right_word,
  input  logic                    shared,
  input  logic                    second,
  output logic [DATA_BITS-1:0]    left_data,
  output logic [DATA_BITS-1:0]    right_data,
  input  logic                    write_enable,
  input  logic [BANK_BITS-1:0]    write_bank,
  input  logic [ADDRESS_BITS-1:0] write_word,
  input  logic [2*LANES-1:0]      write_mask,
  input  logic [DATA_BITS-1:0]    write_data
);
  logic [DATA_BITS-1:0] first_data[0:BANKS-1], second_data[0:BANKS-1];

  generate
    for (genvar b = 0; b < BANKS; b = b + 1) begin : number
      // File names have no leading zeros; without a folder nothing is loaded.
      logic [ADDRESS_BITS-1:0] first_word, second_word;
      logic written;

      // A bank that is not read sees no change at its ports.
      assign first_word = reads_left && 32'(left_bank) == b ? left_word
          : 32'(right_bank) == b ? right_word : {ADDRESS_BITS{1'b0}};
      assign second_word = second && 32'(right_bank) == b ? right_word : {ADDRESS_BITS{1'b0}};
      assign written = write_enable && 32'(write_bank) == b;

      if (DIRECTORY == "") begin : blank
        bank #(LANES, WORD_BITS, ADDRESS_BITS, BANK_DESCRIPTORS[128*b +: 128], "") memory (
          .clock(clock), .first_word(first_word), .first_data(first_data[b]),
          .second_word(second_word), .second_data(second_data[b]), .write_enable(written),
          .write_word(write_word), .write_mask(write_mask), .write_data(write_data));
      end else if (b < 10) begin : one_digit
        bank #(LANES, WORD_BITS, ADDRESS_BITS, BANK_DESCRIPTORS[128*b +: 128],
            {DIRECTORY, "/bank", 8'(48 + b), ".mem"}) memory (
          .clock(clock), .first_word(first_word), .first_data(first_data[b]),
          .second_word(second_word), .second_data(second_data[b]), .write_enable(written),
          .write_word(write_word), .write_mask(write_mask), .write_data(write_data));
      end else begin : two_digits
        bank #(LANES, WORD_BITS, ADDRESS_BITS, BANK_DESCRIPTORS[128*b +: 128],
            {DIRECTORY, "/bank", 8'(48 + b / 10), 8'(48 + b % 10), ".mem"}) memory (
          .clock(clock), .first_word(first_word), .first_data(first_data[b]),
          .second_word(second_word), .second_data(second_data[b]), .write_enable(written),
          .write_word(write_word), .write_mask(write_mask), .write_data(write_data));
      end
    end
  endgenerate

  assign left_data = first_data[left_bank];
  assign right_data = shared ? left_data
      : second ? second_data[right_bank] : first_data[right_bank];
endmodule
