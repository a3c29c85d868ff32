// A channel of the host against the count of its beats. A line is a cycle: a step starts, its beats, grant; offer, the beat, done.
module host_port_test;
  `include "parameters.svh"
  `include "vectors.svh"

  logic clock = 0, reset = 1, step_start = 0, grant = 0, offer, done, expected_offer, expected_done;
  logic [31:0] beats = 0;
  logic [BUS_BITS-1:0] beat, expected_beat;

  host_port #(BUS_BITS, BEATS, "host.mem") unit (
    .clock(clock), .reset(reset), .step_start(step_start), .beats(beats), .grant(grant), .offer(offer), .beat(beat),
    .done(done));

  initial begin
    open_vectors;
    #1 clock = 1;
    #1 clock = 0;
    reset = 0;
    read_vector;
    while (more) begin
      {step_start, beats, grant, expected_offer, expected_beat, expected_done} = given;
      #1 compare("offer", 1024'(expected_offer), 1024'(offer));
      if (offer) compare("beat", 1024'(expected_beat), 1024'(beat));
      if (!step_start) compare("done", 1024'(expected_done), 1024'(done));
      clock = 1;
      #1 clock = 0;
      read_vector;
    end
    pass;
  end
endmodule
