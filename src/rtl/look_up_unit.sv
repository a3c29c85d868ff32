// A look-up unit (MICROARCHITECTURE.md §5): address, ROM with two ports, interpolation. A normalised table (1/x, 1/sqrt(x)) is
// addressed by the bits below the input's leading one, and its value is shifted by that one's place when it is rounded.
module look_up_unit #(
  parameter WORD_BITS = 1,
  parameter VALUE_BITS = 1,
  parameter MULTIPLY_CYCLES = 1,
  parameter TABLES = 1,
  parameter PORT_BITS = 1,
  parameter [192*TABLES-1:0] TABLE_DESCRIPTORS = 0,
  parameter ROM_WORDS = 1,
  parameter ROM_BITS = 1,
  parameter DIRECTORY = ""
) (
  input  logic                         clock,
  input  logic [PORT_BITS-1:0]         table_number,
  input  logic signed [WORD_BITS:0]    value,
  // 2 + MULTIPLY_CYCLES later: the exact value, what to shift it by, and whether the input has none (x <= 0 of a power).
  output logic signed [VALUE_BITS-1:0] looked_up,
  output logic signed [9:0]            shift,
  output logic                         highest
);
  localparam [1:0] DIRECT = 0, RECIPROCAL = 1;
  localparam INDEX_BITS = ROM_WORDS == 1 ? 1 : $clog2(ROM_WORDS);
  localparam OFFSET_BITS = 64;

  /* verilator lint_off UNUSEDSIGNAL */ // The rounding units have the format of the output.
  logic [191:0] descriptor;
  /* verilator lint_on UNUSEDSIGNAL */
  logic [1:0] kind;
  logic linear;
  logic [5:0] index_shift, mantissa_bits;
  logic [23:0] first_entry;
  logic signed [33:0] low, last;
  logic signed [7:0] input_fraction, output_shift;

  assign descriptor = TABLE_DESCRIPTORS[192*table_number +: 192];
  assign {output_shift, mantissa_bits, input_fraction, last, low, first_entry, index_shift, linear, kind} = descriptor[122:0];

  // Address: offset and clamp, or leading one and the bits below it.
  logic signed [OFFSET_BITS-1:0] wide, lowest, clamped;
  logic [OFFSET_BITS-1:0] offset, remainder;
  logic [5:0] place;
  logic signed [9:0] exponent, exponent_shift;
  logic parity;

  always_comb begin
    wide = OFFSET_BITS'(value);
    lowest = OFFSET_BITS'(low);
    clamped = wide < lowest ? lowest : wide > OFFSET_BITS'(last) ? OFFSET_BITS'(last) : wide;
    place = 0;
    for (int b = 0; b < WORD_BITS; b = b + 1) if (value[b]) place = b[5:0];
    exponent = $signed({4'b0, place}) - 10'(input_fraction);
    parity = kind != RECIPROCAL && exponent[0];
    exponent_shift = kind == RECIPROCAL ? exponent : (exponent - $signed({9'b0, parity})) >>> 1;
    if (kind == DIRECT) begin
      offset = clamped - lowest;
      exponent_shift = 0;
    end else begin
      offset = (wide << (mantissa_bits - place)) - (64'd1 << mantissa_bits) + (parity ? 64'd1 << mantissa_bits : 64'd0);
    end
    remainder = linear ? offset & ~({OFFSET_BITS{1'b1}} << index_shift) : 0;
  end

  logic [INDEX_BITS-1:0] index;
  logic signed [VALUE_BITS-1:0] remainder_at_rom, remainder_behind_rom, interpolated;
  logic signed [ROM_BITS-1:0] entry, neighbour;
  logic signed [ROM_BITS-1:0] rom[0:ROM_WORDS-1];

  initial if (DIRECTORY != "") $readmemh({DIRECTORY, "/rom.mem"}, rom);

  always_ff @(posedge clock) begin
    index <= INDEX_BITS'(first_entry + 24'(offset >> index_shift));
    remainder_at_rom <= VALUE_BITS'(remainder);
    entry <= rom[index];
    neighbour <= rom[32'(index) + 1 < ROM_WORDS ? index + 1'b1 : index];
    remainder_behind_rom <= remainder_at_rom;
  end

  assign interpolated = linear
      ? (VALUE_BITS'(entry) <<< index_shift) + (VALUE_BITS'(neighbour) - VALUE_BITS'(entry)) * remainder_behind_rom
      : VALUE_BITS'(entry);

  delay #(VALUE_BITS, MULTIPLY_CYCLES) interpolation (.clock(clock), .value(interpolated), .delayed(looked_up));
  delay #(11, 2 + MULTIPLY_CYCLES) exponents (
    .clock(clock), .value({kind != DIRECT && value <= 0, 10'(output_shift) + exponent_shift}),
    .delayed({highest, shift}));
endmodule
