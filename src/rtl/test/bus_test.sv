// The arbiter against a calendar of all crossings. A line is a cycle: kind, requests, their routes and beats, rooms; grants, pushes
// with their beats, empty.
module bus_test;
  `include "parameters.svh"
  `include "vectors.svh"

  localparam ROUTE_BITS = ROUTES == 1 ? 1 : $clog2(ROUTES);

  logic clock = 0, reset = 1, empty, expected_empty;
  logic [3:0] kind = 0;
  logic [REQUESTERS-1:0] request = 0, grant, expected_grant;
  logic [REQUESTERS*ROUTE_BITS-1:0] routes = 0;
  logic [REQUESTERS*BUS_BITS-1:0] beats = 0;
  logic [QUEUES-1:0] room = 0, push, expected_push;
  logic [QUEUES*BUS_BITS-1:0] push_beat, expected_beat;
  integer queue;

  bus #(.REQUESTERS(REQUESTERS), .ROUTES(ROUTES), .SEGMENTS(SEGMENTS), .QUEUES(QUEUES), .BUS_BITS(BUS_BITS),
      .DELAY_BITS(DELAY_BITS), .ROUTE_FILE("routes.mem")) unit (
    .clock(clock), .reset(reset), .kind(kind), .request(request), .request_route(routes), .request_beat(beats),
    .queue_room(room), .grant(grant), .push(push), .push_beat(push_beat), .empty(empty));

  initial begin
    open_vectors;
    #1 clock = 1;
    #1 clock = 0;
    reset = 0;
    read_vector;
    while (more) begin
      {kind, request, routes, beats, room, expected_grant, expected_push, expected_beat, expected_empty} = given;
      #1 compare("grant", 1024'(expected_grant), 1024'(grant));
      compare("push", 1024'(expected_push), 1024'(push));
      compare("empty", 1024'(expected_empty), 1024'(empty));
      for (queue = 0; queue < QUEUES; queue = queue + 1)
        if (push[queue]) compare("push_beat", 1024'(expected_beat[queue*BUS_BITS +: BUS_BITS]), 1024'(push_beat[queue*BUS_BITS +: BUS_BITS]));
      clock = 1;
      #1 clock = 0;
      read_vector;
    end
    pass;
  end
endmodule
