// The receiving port of a core (MICROARCHITECTURE.md §6): it drains a beat per cycle, packet by packet and within a packet sender
// by sender, adds what all senders sent, and hands words of the destination to the rounding units, one per cycle, from the cycle
// after the last beat that they need. The next beat is drained when the last of them is handed over at the earliest.
module receive_port #(
  parameter LANES = 1,
  parameter SUM_BITS = 1,
  parameter BUS_BITS = 1,
  parameter QUEUES = 1,
  parameter PORT_BITS = 1,
  parameter COUNT_BITS = 1,
  parameter ADDRESS_BITS = 1,
  parameter COLUMN_BITS = 1,
  parameter PART_BITS = 1,
  // Elements of the largest packet.
  parameter PACKET_ELEMENTS = 1,
  parameter AMOUNT_BITS = $clog2(LANES + 1)
) (
  input  logic                        clock,
  input  logic                        begin_operation,
  input  logic                        running,
  input  logic [COUNT_BITS-1:0]       elements,
  input  logic [COUNT_BITS-1:0]       elements_per_packet,
  input  logic [COUNT_BITS-1:0]       beats_per_packet,
  input  logic [PORT_BITS-1:0]        first_queue,
  input  logic [PORT_BITS-1:0]        senders,
  input  logic [COLUMN_BITS-1:0]      columns,
  input  logic [ADDRESS_BITS-1:0]     words_per_row,
  input  logic                        complex,
  input  logic [6:0]                  payload_bits,
  input  logic                        payload_unsigned,
  input  logic [QUEUES-1:0]           queue_ready,
  input  logic [QUEUES*BUS_BITS-1:0]  queue_beats,
  output logic [QUEUES-1:0]           queue_take,
  output logic                        round_valid,
  output logic [ADDRESS_BITS-1:0]     round_word,
  output logic [AMOUNT_BITS-1:0]      round_elements,
  output logic [2*LANES*SUM_BITS-1:0] round_values,
  output logic                        round_last
);
  localparam LANE_BITS = LANES == 1 ? 1 : $clog2(LANES);
  localparam PAIR_BITS = 2 * SUM_BITS;
  localparam PAYLOAD_BITS = BUS_BITS > 2 * PART_BITS ? BUS_BITS : 2 * PART_BITS;
  // Elements of a word that is not complete yet, and a packet.
  localparam ROOM = LANES + PACKET_ELEMENTS;
  localparam ROOM_PAIR_BITS = ROOM * PAIR_BITS;
  localparam ROOM_BITS = $clog2(ROOM + 1);

  logic fresh;
  logic [COUNT_BITS-1:0] held_left, left, beat, packet_elements, held_undelivered, undelivered;
  logic [PORT_BITS-1:0] sender;
  logic [31:0] queue;
  logic ready, drains, last_beat, last_sender, adds, ends_packet;

  // What is still to be drained, and to be handed over; the microcode word's fields are there from the first cycle on.
  assign left = fresh ? elements : held_left;
  assign undelivered = fresh ? elements : held_undelivered;
  assign packet_elements = left < elements_per_packet ? left : elements_per_packet;
  assign queue = 32'(first_queue) + 32'(sender);
  assign last_beat = beat + 1'b1 == beats_per_packet;
  assign last_sender = sender + 1'b1 == senders;
  assign adds = drains && last_beat;
  assign ends_packet = adds && last_sender;

  // Words on their way to the rounding units.
  logic [ROOM_BITS-1:0] pending, behind_word, behind_next;
  logic [ROOM*PAIR_BITS-1:0] sums, shifted, joined;
  logic [ADDRESS_BITS-1:0] held_row, row, next_row;
  logic [COLUMN_BITS-1:0] held_column, column, next_column;
  logic [AMOUNT_BITS-1:0] word_elements, next_word_elements;
  logic busy;

  assign row = fresh ? {ADDRESS_BITS{1'b0}} : held_row;
  assign column = fresh ? {COLUMN_BITS{1'b0}} : held_column;

  element_walk #(LANES, ADDRESS_BITS, COLUMN_BITS, AMOUNT_BITS, LANE_BITS) walk (
    .row(row), .column(column), .step(word_elements), .columns(columns), .words_per_row(words_per_row), .word(round_word),
    .lane(), .remaining(word_elements), .next_row(next_row), .next_column(next_column));
  element_walk #(LANES, ADDRESS_BITS, COLUMN_BITS, AMOUNT_BITS, LANE_BITS) next_walk (
    .row(next_row), .column(next_column), .step(next_word_elements), .columns(columns), .words_per_row(words_per_row),
    .word(), .lane(), .remaining(next_word_elements), .next_row(), .next_column());

  assign round_valid = running && !fresh && pending >= ROOM_BITS'(word_elements);
  assign round_elements = word_elements;
  assign round_values = sums[LANES*PAIR_BITS-1:0];
  assign round_last = undelivered == COUNT_BITS'(word_elements);
  assign behind_word = round_valid ? pending - ROOM_BITS'(word_elements) : pending;
  assign behind_next = ROOM_BITS'(next_word_elements);
  // Another word would be left after the one of this cycle.
  assign busy = round_valid && behind_word >= behind_next;

  assign ready = queue_ready[queue];
  assign drains = running && left != 0 && !busy && ready;
  assign queue_take = drains ? {{QUEUES-1{1'b0}}, 1'b1} << queue : {QUEUES{1'b0}};

  // The packet: all beats of its elements, low bits first, and the sums of the senders before this one.
  logic [BUS_BITS-1:0] taken;
  logic [PAYLOAD_BITS-1:0] collected, payload;
  logic [PACKET_ELEMENTS*PAIR_BITS-1:0] sent, totals, valid_totals;

  assign taken = queue_beats[queue*BUS_BITS +: BUS_BITS];
  assign payload = collected | PAYLOAD_BITS'(taken) << 32'(beat) * BUS_BITS;

  function automatic signed [SUM_BITS-1:0] part(
      input [PAYLOAD_BITS-1:0] bits, input [31:0] number, input [6:0] width, input is_unsigned);
    logic [PAYLOAD_BITS-1:0] low;
    logic signed [63:0] word;
    begin
      low = bits >> number * 32'(width);
      word = 64'(low) << (7'd64 - width);
      part = SUM_BITS'(is_unsigned ? $signed(word >> (7'd64 - width)) : word >>> (7'd64 - width));
    end
  endfunction

  always_comb begin
    for (int k = 0; k < PACKET_ELEMENTS; k = k + 1) begin
      totals[2*k*SUM_BITS +: SUM_BITS] = (sender == 0 ? {SUM_BITS{1'b0}} : sent[2*k*SUM_BITS +: SUM_BITS])
          + part(payload, complex ? 2 * k : k, payload_bits, payload_unsigned);
      totals[(2*k+1)*SUM_BITS +: SUM_BITS] = !complex ? {SUM_BITS{1'b0}}
          : (sender == 0 ? {SUM_BITS{1'b0}} : sent[(2*k+1)*SUM_BITS +: SUM_BITS])
              + part(payload, 2 * k + 1, payload_bits, payload_unsigned);
    end
  end

  assign shifted = round_valid ? sums >> 32'(word_elements) * PAIR_BITS : sums;
  // Above what is pending there are only zeros.
  assign joined = shifted | ROOM_PAIR_BITS'(valid_totals) << 32'(behind_word) * PAIR_BITS;

  generate
    for (genvar k = 0; k < PACKET_ELEMENTS; k = k + 1) begin : element
      assign valid_totals[k*PAIR_BITS +: PAIR_BITS] =
          k < 32'(packet_elements) ? totals[k*PAIR_BITS +: PAIR_BITS] : {PAIR_BITS{1'b0}};
    end
  endgenerate

  always_ff @(posedge clock) begin
    if (begin_operation) begin
      fresh <= 1'b1;
      beat <= 0;
      sender <= 0;
      pending <= 0;
      sums <= 0;
      collected <= 0;
    end else if (running) begin
      fresh <= 1'b0;
      if (drains) beat <= last_beat ? 0 : beat + 1'b1;
      if (drains) collected <= last_beat ? 0 : payload;
      if (adds) sender <= last_sender ? 0 : sender + 1'b1;
      if (adds) sent <= totals;
      pending <= ends_packet ? behind_word + ROOM_BITS'(packet_elements) : behind_word;
      sums <= ends_packet ? joined : shifted;
      held_left <= ends_packet ? left - packet_elements : left;
      held_undelivered <= round_valid ? undelivered - COUNT_BITS'(word_elements) : undelivered;
      held_row <= round_valid ? next_row : row;
      held_column <= round_valid ? next_column : column;
    end
  end
endmodule
