// A receive queue at the port of a core (MICROARCHITECTURE.md §6, §7): beats of one sender on one channel. A beat granted in
// cycle g can be taken from g + ARRIVAL on; its room is given out with the grant and comes back the cycle after it was taken.
module beat_queue #(
  parameter BUS_BITS = 1,
  parameter BEATS = 1,
  parameter ARRIVAL = 1
) (
  input  logic                clock,
  input  logic                reset,
  input  logic                push,
  input  logic [BUS_BITS-1:0] push_beat,
  input  logic                take,
  output logic                has_room,
  output logic                ready,
  output logic [BUS_BITS-1:0] beat
);
  localparam INDEX_BITS = BEATS == 1 ? 1 : $clog2(BEATS);
  localparam COUNT_BITS = $clog2(BEATS + 1);
  localparam [INDEX_BITS-1:0] LAST = INDEX_BITS'(BEATS - 1);

  logic arriving;
  logic [BUS_BITS-1:0] arriving_beat;
  logic [BUS_BITS-1:0] beats[0:BEATS-1];
  logic [INDEX_BITS-1:0] first, behind;
  logic [COUNT_BITS-1:0] given, waiting;

  generate
    if (ARRIVAL == 1) begin : next_cycle
      assign arriving = push;
      assign arriving_beat = push_beat;
    end else begin : segments
      localparam STAGES = ARRIVAL - 1;
      logic [STAGES-1:0] valid;
      always_ff @(posedge clock) valid <= reset ? 0 : STAGES'({valid, push});
      assign arriving = valid[ARRIVAL-2];
      delay #(BUS_BITS, ARRIVAL - 1) data (.clock(clock), .value(push_beat), .delayed(arriving_beat));
    end
  endgenerate

  assign has_room = given < COUNT_BITS'(BEATS);
  assign ready = waiting != 0;
  assign beat = beats[first];

  always_ff @(posedge clock) begin
    if (reset) begin
      first <= 0;
      behind <= 0;
      given <= 0;
      waiting <= 0;
    end else begin
      given <= given + COUNT_BITS'(push) - COUNT_BITS'(take);
      waiting <= waiting + COUNT_BITS'(arriving) - COUNT_BITS'(take);
      if (arriving) behind <= behind == LAST ? 0 : behind + 1'b1;
      if (take) first <= first == LAST ? 0 : first + 1'b1;
    end
    if (arriving) beats[behind] <= arriving_beat;
  end
endmodule
