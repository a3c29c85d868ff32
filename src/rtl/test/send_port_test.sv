// The sending port against §6 of the micro-architecture. A line is a micro-operation (its last bit is 1), or a cycle of it: the words that
// arrive from the bank and whether the bus grants; what the port reads and offers, and whether it is done.
module send_port_test;
  `include "parameters.svh"
  `include "vectors.svh"

  localparam DATA_BITS = 2 * LANES * WORD_BITS;

  logic clock = 0, reset = 1, begin_operation = 0, running = 0, complex, grant = 0, read_valid, read_second_valid, offer, done,
      expected_read, expected_second, expected_offer, expected_done, is_operation;
  logic [COUNT_BITS-1:0] elements, elements_per_packet, beats_per_packet;
  logic [COLUMN_BITS-1:0] columns;
  logic [ADDRESS_BITS-1:0] words_per_row, read_word, read_second_word, expected_word, expected_second_word;
  logic [7:0] width;
  logic [DATA_BITS-1:0] data = 0, second_data = 0;
  logic [BUS_BITS-1:0] offer_beat, expected_beat;

  send_port #(LANES, WORD_BITS, READ_CYCLES, PORTS, BUS_BITS, COUNT_BITS, ADDRESS_BITS, COLUMN_BITS) unit (
    .clock(clock), .reset(reset), .begin_operation(begin_operation), .running(running), .elements(elements),
    .elements_per_packet(elements_per_packet), .beats_per_packet(beats_per_packet), .columns(columns),
    .words_per_row(words_per_row), .complex(complex), .width(width), .read_valid(read_valid), .read_word(read_word),
    .read_second_valid(read_second_valid), .read_second_word(read_second_word), .data(data), .second_data(second_data),
    .offer(offer), .offer_beat(offer_beat), .grant(grant), .done(done));

  initial begin
    open_vectors;
    #1 clock = 1;
    #1 clock = 0;
    reset = 0;
    read_vector;
    while (more) begin
      is_operation = given[0];
      if (is_operation) begin
        running = 0;
        grant = 0;
        begin_operation = 1;
        #1 clock = 1;
        #1 clock = 0;
        begin_operation = 0;
        running = 1;
        {elements, elements_per_packet, beats_per_packet, columns, words_per_row, complex, width} = given >> 1;
      end else begin
        {data, second_data, grant, expected_read, expected_word, expected_second, expected_second_word, expected_offer, expected_beat,
            expected_done} = given >> 1;
        #1 compare("read_valid", 1024'(expected_read), 1024'(read_valid));
        if (read_valid) compare("read_word", 1024'(expected_word), 1024'(read_word));
        compare("read_second_valid", 1024'(expected_second), 1024'(read_second_valid));
        if (read_second_valid) compare("read_second_word", 1024'(expected_second_word), 1024'(read_second_word));
        compare("offer", 1024'(expected_offer), 1024'(offer));
        if (offer) compare("offer_beat", 1024'(expected_beat), 1024'(offer_beat));
        compare("done", 1024'(expected_done), 1024'(done));
        clock = 1;
        #1 clock = 0;
      end
      read_vector;
    end
    pass;
  end
endmodule
