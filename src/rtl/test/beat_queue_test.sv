// A receive queue against the count of its beats. A line is a cycle: push, its beat, take; room, whether a beat is ready, the beat.
module beat_queue_test;
  `include "parameters.svh"
  `include "vectors.svh"

  logic clock = 0, reset = 1, push = 0, take = 0, has_room, ready, expected_room, expected_ready;
  logic [BUS_BITS-1:0] push_beat, beat, expected_beat;
  integer cycle;

  beat_queue #(BUS_BITS, BEATS, ARRIVAL) unit (
    .clock(clock), .reset(reset), .push(push), .push_beat(push_beat), .take(take), .has_room(has_room), .ready(ready),
    .beat(beat));

  initial begin
    open_vectors;
    for (cycle = 0; cycle < ARRIVAL + 1; cycle = cycle + 1) begin
      #1 clock = 1;
      #1 clock = 0;
    end
    reset = 0;
    read_vector;
    while (more) begin
      {push, push_beat, take, expected_room, expected_ready, expected_beat} = given;
      #1 compare("has_room", 1024'(expected_room), 1024'(has_room));
      compare("ready", 1024'(expected_ready), 1024'(ready));
      if (ready) compare("beat", 1024'(expected_beat), 1024'(beat));
      clock = 1;
      #1 clock = 0;
      read_vector;
    end
    pass;
  end
endmodule
