// The sending port of a core (MICROARCHITECTURE.md §6): it reads beats into a queue of READ_CYCLES + 1 and offers them to the bus in
// order. A slot is a beat; it is asked for only if the queue, beats on their way to it included, has room.
module send_port #(
  parameter LANES = 1,
  parameter WORD_BITS = 1,
  parameter READ_CYCLES = 1,
  parameter PORTS = 1,
  parameter BUS_BITS = 1,
  parameter COUNT_BITS = 1,
  parameter ADDRESS_BITS = 1,
  parameter COLUMN_BITS = 1
) (
  input  logic                         clock,
  input  logic                         reset,
  input  logic                         begin_operation,
  input  logic                         running,
  input  logic [COUNT_BITS-1:0]        elements,
  input  logic [COUNT_BITS-1:0]        elements_per_packet,
  input  logic [COUNT_BITS-1:0]        beats_per_packet,
  input  logic [COLUMN_BITS-1:0]       columns,
  input  logic [ADDRESS_BITS-1:0]      words_per_row,
  input  logic                         complex,
  input  logic [7:0]                   width,
  output logic                         read_valid,
  output logic [ADDRESS_BITS-1:0]      read_word,
  output logic                         read_second_valid,
  output logic [ADDRESS_BITS-1:0]      read_second_word,
  // READ_CYCLES - 1 after the request.
  input  logic [2*LANES*WORD_BITS-1:0] data,
  input  logic [2*LANES*WORD_BITS-1:0] second_data,
  output logic                         offer,
  output logic [BUS_BITS-1:0]          offer_beat,
  input  logic                         grant,
  output logic                         done
);
  localparam AMOUNT_BITS = $clog2(LANES + 1);
  localparam LANE_BITS = LANES == 1 ? 1 : $clog2(LANES);
  localparam DATA_BITS = 2 * LANES * WORD_BITS;
  localparam ELEMENT_BITS = 2 * WORD_BITS;
  localparam PACKET_BITS = BUS_BITS > ELEMENT_BITS ? BUS_BITS : ELEMENT_BITS;
  localparam BEATS = READ_CYCLES + 1;
  localparam OUTSTANDING_BITS = $clog2(BEATS + 1);
  localparam CONTROL_BITS = 3 * (LANE_BITS + AMOUNT_BITS + COUNT_BITS) + 4;

  logic fresh, all_issued, room, first_beat, gathering, complete, last_packet, last_beat, issue;
  logic [OUTSTANDING_BITS-1:0] outstanding, queued;
  logic [COUNT_BITS-1:0] beat;
  logic [3*LANE_BITS-1:0] lanes;
  logic [3*AMOUNT_BITS-1:0] counts;
  logic [3*COUNT_BITS-1:0] places;

  // The fields of the microcode word are there from the first cycle of RUN on: the walk starts one cycle late for nobody.
  assign room = running && !all_issued && outstanding < OUTSTANDING_BITS'(BEATS);
  assign first_beat = beat == 0;
  assign gathering = room && first_beat;
  assign issue = room && (!first_beat || complete);
  assign last_beat = beat + 1'b1 == beats_per_packet;

  send_gather #(LANES, PORTS, COUNT_BITS, ADDRESS_BITS, COLUMN_BITS, AMOUNT_BITS, LANE_BITS) gather (
    .clock(clock), .fresh(fresh), .enable(gathering), .next_packet(issue && last_beat), .elements(elements),
    .elements_per_packet(elements_per_packet), .columns(columns), .words_per_row(words_per_row), .reads(read_valid),
    .word(read_word), .reads_second(read_second_valid), .second_word(read_second_word), .lanes(lanes), .counts(counts),
    .places(places), .complete(complete), .last(last_packet));

  always_ff @(posedge clock) begin
    if (begin_operation) begin
      fresh <= 1'b1;
      all_issued <= 1'b0;
      beat <= 0;
      outstanding <= 0;
    end else if (running) begin
      fresh <= 1'b0;
      if (issue) beat <= last_beat ? 0 : beat + 1'b1;
      if (issue && last_beat && last_packet) all_issued <= 1'b1;
      outstanding <= outstanding + OUTSTANDING_BITS'(issue) - OUTSTANDING_BITS'(grant);
    end
  end

  // The words arrive, and the packet is put together from them.
  logic arrives, ends_packet, arrives_first, arrives_second;
  logic [3*LANE_BITS-1:0] arriving_lanes;
  logic [3*AMOUNT_BITS-1:0] arriving_counts;
  logic [3*COUNT_BITS-1:0] arriving_places;
  logic [DATA_BITS-1:0] held;
  logic [PACKET_BITS-1:0] packet, assembled;

  delay #(CONTROL_BITS, READ_CYCLES - 1) reading (
    .clock(clock),
    .value({issue, last_beat, read_valid, read_second_valid, lanes, counts, places}),
    .delayed({arrives, ends_packet, arrives_first, arrives_second, arriving_lanes, arriving_counts, arriving_places}));

  // An element as it travels: its parts side by side, in the bits of the memory's format.
  function automatic [PACKET_BITS-1:0] element(input [DATA_BITS-1:0] word, input [31:0] index, input pair, input [7:0] bits);
    logic [PACKET_BITS-1:0] mask, real_part, imaginary_part;
    begin
      mask = ~({PACKET_BITS{1'b1}} << bits);
      real_part = PACKET_BITS'(word[2*index*WORD_BITS +: WORD_BITS]) & mask;
      imaginary_part = PACKET_BITS'(word[(2*index+1)*WORD_BITS +: WORD_BITS]) & mask;
      element = pair ? real_part | imaginary_part << bits : real_part;
    end
  endfunction

  function automatic [PACKET_BITS-1:0] placed(
      input [DATA_BITS-1:0] word, input [LANE_BITS-1:0] lane, input [AMOUNT_BITS-1:0] count,
      input [COUNT_BITS-1:0] place, input pair, input [7:0] bits);
    begin
      placed = 0;
      for (int l = 0; l < LANES; l = l + 1) begin
        if (l < 32'(count))
          placed = placed | element(word, (32'(lane) + l) % LANES, pair, bits) << (32'(place) + l) * (pair ? 2 : 1) * 32'(bits);
      end
    end
  endfunction

  assign assembled = packet
      | placed(held, arriving_lanes[0 +: LANE_BITS], arriving_counts[0 +: AMOUNT_BITS], arriving_places[0 +: COUNT_BITS], complex, width)
      | placed(data, arriving_lanes[LANE_BITS +: LANE_BITS], arriving_counts[AMOUNT_BITS +: AMOUNT_BITS],
          arriving_places[COUNT_BITS +: COUNT_BITS], complex, width)
      | placed(second_data, arriving_lanes[2*LANE_BITS +: LANE_BITS], arriving_counts[2*AMOUNT_BITS +: AMOUNT_BITS],
          arriving_places[2*COUNT_BITS +: COUNT_BITS], complex, width);

  always_ff @(posedge clock) begin
    if (arrives_second) held <= second_data;
    else if (arrives_first) held <= data;
    if (begin_operation || arrives && ends_packet) packet <= 0;
    else packet <= arrives ? assembled >> BUS_BITS : assembled;
  end

  // The queue: the oldest beat lowest.
  logic [BEATS*BUS_BITS-1:0] beats;

  assign offer = queued != 0;
  assign offer_beat = beats[BUS_BITS-1:0];
  assign done = running && all_issued && outstanding == 1 && grant;

  always_ff @(posedge clock) begin
    if (reset || begin_operation) queued <= 0;
    else queued <= queued + OUTSTANDING_BITS'(arrives) - OUTSTANDING_BITS'(grant);
    if (grant) beats <= beats >> BUS_BITS;
    if (arrives) beats[(32'(queued)-32'(grant))*BUS_BITS +: BUS_BITS] <= assembled[BUS_BITS-1:0];
  end
endmodule
