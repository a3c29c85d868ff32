// The receiving port against §6 of the micro-architecture. A line is a micro-operation (its last bit is 1), or a cycle of it: which
// queues have a beat and the beats; which one is drained, and the word for the rounding units.
module receive_port_test;
  `include "parameters.svh"
  `include "vectors.svh"

  localparam AMOUNT_BITS = $clog2(LANES + 1);

  logic clock = 0, begin_operation = 0, running = 0, complex, payload_unsigned, round_valid, round_last, expected_valid, expected_last,
      is_operation;
  logic [COUNT_BITS-1:0] elements, elements_per_packet, beats_per_packet;
  logic [PORT_BITS-1:0] first_queue, senders;
  logic [COLUMN_BITS-1:0] columns;
  logic [ADDRESS_BITS-1:0] words_per_row, round_word, expected_word;
  logic [6:0] payload_bits;
  logic [QUEUES-1:0] queue_ready = 0, queue_take, expected_take;
  logic [QUEUES*BUS_BITS-1:0] queue_beats;
  logic [AMOUNT_BITS-1:0] round_elements, expected_elements;
  logic [2*LANES*SUM_BITS-1:0] round_values, expected_values;
  integer part;

  receive_port #(LANES, SUM_BITS, BUS_BITS, QUEUES, PORT_BITS, COUNT_BITS, ADDRESS_BITS, COLUMN_BITS, PART_BITS, PACKET_ELEMENTS) unit (
    .clock(clock), .begin_operation(begin_operation), .running(running), .elements(elements),
    .elements_per_packet(elements_per_packet), .beats_per_packet(beats_per_packet), .first_queue(first_queue),
    .senders(senders), .columns(columns), .words_per_row(words_per_row), .complex(complex), .payload_bits(payload_bits),
    .payload_unsigned(payload_unsigned), .queue_ready(queue_ready), .queue_beats(queue_beats), .queue_take(queue_take),
    .round_valid(round_valid), .round_word(round_word), .round_elements(round_elements), .round_values(round_values),
    .round_last(round_last));

  initial begin
    open_vectors;
    read_vector;
    while (more) begin
      is_operation = given[0];
      if (is_operation) begin
        running = 0;
        begin_operation = 1;
        #1 clock = 1;
        #1 clock = 0;
        begin_operation = 0;
        running = 1;
        {elements, elements_per_packet, beats_per_packet, first_queue, senders, columns, words_per_row, complex, payload_bits,
            payload_unsigned} = given >> 1;
      end else begin
        {queue_ready, queue_beats, expected_take, expected_valid, expected_word, expected_elements, expected_last, expected_values} = given >> 1;
        #1 compare("queue_take", 1024'(expected_take), 1024'(queue_take));
        compare("round_valid", 1024'(expected_valid), 1024'(round_valid));
        if (round_valid) begin
          compare("round_word", 1024'(expected_word), 1024'(round_word));
          compare("round_elements", 1024'(expected_elements), 1024'(round_elements));
          compare("round_last", 1024'(expected_last), 1024'(round_last));
          for (part = 0; part < 2 * LANES; part = part + 1)
            if (part < 2 * 32'(round_elements))
              compare("round_values", 1024'(expected_values[part*SUM_BITS +: SUM_BITS]), 1024'(round_values[part*SUM_BITS +: SUM_BITS]));
        end
        clock = 1;
        #1 clock = 0;
      end
      read_vector;
    end
    pass;
  end
endmodule
