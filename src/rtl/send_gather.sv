// Which words the next beat of a send needs (MICROARCHITECTURE.md §6): the elements of a packet in order, first those of the word
// that is held, then those of one word, or with two read ports of two, that are read in this cycle. Each of the three steps
// takes elements [lane, lane + count) of a word to the packet's element `place` and on.
module send_gather #(
  parameter LANES = 1,
  parameter PORTS = 1,
  parameter COUNT_BITS = 1,
  parameter ADDRESS_BITS = 1,
  parameter COLUMN_BITS = 1,
  parameter AMOUNT_BITS = 1,
  parameter LANE_BITS = 1
) (
  input  logic                     clock,
  // The first cycle of the send.
  input  logic                     fresh,
  input  logic                     enable,
  // The packet is on its way; the next one begins.
  input  logic                     next_packet,
  input  logic [COUNT_BITS-1:0]    elements,
  input  logic [COUNT_BITS-1:0]    elements_per_packet,
  input  logic [COLUMN_BITS-1:0]   columns,
  input  logic [ADDRESS_BITS-1:0]  words_per_row,
  output logic                     reads,
  output logic [ADDRESS_BITS-1:0]  word,
  output logic                     reads_second,
  output logic [ADDRESS_BITS-1:0]  second_word,
  output logic [3*LANE_BITS-1:0]   lanes,
  output logic [3*AMOUNT_BITS-1:0] counts,
  output logic [3*COUNT_BITS-1:0]  places,
  // After this cycle's reads the packet has all its elements.
  output logic                     complete,
  // It is the last one.
  output logic                     last
);
  logic [COUNT_BITS-1:0] left, gathered;
  logic [ADDRESS_BITS-1:0] row, held_word;
  logic [COLUMN_BITS-1:0] column;
  logic held;

  logic [ADDRESS_BITS-1:0] rows[0:3], words[0:2];
  logic [COLUMN_BITS-1:0] walk_columns[0:3];
  logic [AMOUNT_BITS-1:0] remaining[0:2], taken[0:2];
  logic [COUNT_BITS-1:0] in_packet[0:3], in_memory[0:3], limit[0:2];
  logic [2:0] allowed;

  assign rows[0] = fresh ? {ADDRESS_BITS{1'b0}} : row;
  assign walk_columns[0] = fresh ? {COLUMN_BITS{1'b0}} : column;
  assign in_packet[0] = fresh ? {COUNT_BITS{1'b0}} : gathered;
  assign in_memory[0] = fresh ? elements : left;

  generate
    for (genvar s = 0; s < 3; s = s + 1) begin : step
      element_walk #(LANES, ADDRESS_BITS, COLUMN_BITS, AMOUNT_BITS, LANE_BITS) walk (
        .row(rows[s]), .column(walk_columns[s]), .step(taken[s]), .columns(columns), .words_per_row(words_per_row),
        .word(words[s]), .lane(lanes[s*LANE_BITS +: LANE_BITS]), .remaining(remaining[s]), .next_row(rows[s+1]),
        .next_column(walk_columns[s+1]));
      // Elements that the packet still lacks; the last one may have fewer.
      assign limit[s] = elements_per_packet - in_packet[s] < in_memory[s] ? elements_per_packet - in_packet[s] : in_memory[s];
      assign taken[s] = !allowed[s] ? {AMOUNT_BITS{1'b0}}
          : COUNT_BITS'(remaining[s]) < limit[s] ? remaining[s] : AMOUNT_BITS'(limit[s]);
      assign in_packet[s+1] = in_packet[s] + COUNT_BITS'(taken[s]);
      assign in_memory[s+1] = in_memory[s] - COUNT_BITS'(taken[s]);
      assign counts[s*AMOUNT_BITS +: AMOUNT_BITS] = taken[s];
      assign places[s*COUNT_BITS +: COUNT_BITS] = in_packet[s];
    end
  endgenerate

  assign allowed[0] = enable && limit[0] != 0 && held && !fresh && held_word == words[0];
  assign allowed[1] = enable && limit[1] != 0;
  assign allowed[2] = enable && limit[2] != 0 && PORTS == 2;
  assign reads = allowed[1];
  assign word = words[1];
  assign reads_second = allowed[2];
  assign second_word = words[2];
  assign complete = in_packet[3] == elements_per_packet || in_memory[3] == 0;
  assign last = in_memory[3] == 0;

  always_ff @(posedge clock) begin
    held <= reads || held && !fresh;
    gathered <= next_packet ? 0 : in_packet[3];
    left <= in_memory[3];
    row <= rows[3];
    column <= walk_columns[3];
    if (reads) held_word <= reads_second ? second_word : word;
  end
endmodule
