// The arbiter of the bus (MICROARCHITECTURE.md §7). In each cycle it goes through the requests in a fixed order and grants each
// one whose segments are free in the cycles in which its beat would enter them and whose queues have room. It keeps a shift
// register of reservations for each segment. The ways of all routes are a table: they depend on the kind of the step.
module bus #(
  parameter REQUESTERS = 1,
  parameter ROUTES = 1,
  parameter SEGMENTS = 1,
  parameter QUEUES = 1,
  parameter BUS_BITS = 1,
  parameter DELAY_BITS = 1,
  parameter ROUTE_FILE = "",
  parameter ROUTE_BITS = ROUTES == 1 ? 1 : $clog2(ROUTES)
) (
  input  logic                             clock,
  input  logic                             reset,
  input  logic [3:0]                       kind,
  input  logic [REQUESTERS-1:0]            request,
  input  logic [REQUESTERS*ROUTE_BITS-1:0] request_route,
  input  logic [REQUESTERS*BUS_BITS-1:0]   request_beat,
  input  logic [QUEUES-1:0]                queue_room,
  output logic [REQUESTERS-1:0]            grant,
  output logic [QUEUES-1:0]                push,
  output logic [QUEUES*BUS_BITS-1:0]       push_beat,
  // No beat that was granted before this cycle is on its way.
  output logic                             empty
);
  localparam LAST_BITS = 16;
  localparam SEGMENT_BITS = 1 + DELAY_BITS;
  localparam ROW_BITS = LAST_BITS + SEGMENTS * SEGMENT_BITS + QUEUES;
  localparam DEPTH = 2 ** DELAY_BITS;

  logic [ROW_BITS-1:0] ways[0:16*ROUTES-1];
  logic [REQUESTERS*ROW_BITS-1:0] rows;
  // For each segment: taken in this cycle (lowest bit), the next, and so on.
  logic [SEGMENTS*DEPTH-1:0] reserved, wanted, taken;
  logic [QUEUES-1:0] goes;
  logic [LAST_BITS-1:0] on_the_way, longest, last;

  initial if (ROUTE_FILE != "") $readmemh(ROUTE_FILE, ways);

  generate
    for (genvar r = 0; r < REQUESTERS; r = r + 1) begin : row
      assign rows[r*ROW_BITS +: ROW_BITS] = ways[32'(kind) * ROUTES + 32'(request_route[r*ROUTE_BITS +: ROUTE_BITS])];
    end
  endgenerate

  always_comb begin
    taken = reserved;
    grant = 0;
    push = 0;
    push_beat = 0;
    longest = on_the_way == 0 ? 0 : on_the_way - 1'b1;
    for (int r = 0; r < REQUESTERS; r = r + 1) begin
      last = rows[r*ROW_BITS +: LAST_BITS];
      goes = rows[r*ROW_BITS+LAST_BITS+SEGMENTS*SEGMENT_BITS +: QUEUES];
      wanted = 0;
      for (int s = 0; s < SEGMENTS; s = s + 1) begin
        if (rows[r*ROW_BITS+LAST_BITS+s*SEGMENT_BITS])
          wanted[s*DEPTH+32'(rows[r*ROW_BITS+LAST_BITS+s*SEGMENT_BITS+1 +: DELAY_BITS])] = 1'b1;
      end
      if (request[r] && (wanted & taken) == 0 && (goes & ~queue_room) == 0) begin
        grant[r] = 1'b1;
        taken = taken | wanted;
        push = push | goes;
        for (int q = 0; q < QUEUES; q = q + 1) begin
          if (goes[q]) push_beat[q*BUS_BITS +: BUS_BITS] = request_beat[r*BUS_BITS +: BUS_BITS];
        end
        if (last > longest + 1'b1) longest = last - 1'b1;
      end
    end
  end

  assign empty = on_the_way == 0;

  always_ff @(posedge clock) on_the_way <= reset ? 0 : longest;

  generate
    for (genvar s = 0; s < SEGMENTS; s = s + 1) begin : segment
      always_ff @(posedge clock) reserved[s*DEPTH +: DEPTH] <= reset ? 0 : taken[s*DEPTH +: DEPTH] >> 1;
    end
  endgenerate
endmodule
