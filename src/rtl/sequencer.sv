// The in-order sequencer of a core (MICROARCHITECTURE.md §2): FETCH, RUN, FETCH, ... IDLE. A micro-operation that the kind
// of step leaves out costs no cycle: which one comes next is found from a bit pattern beside the microcode.
module sequencer #(
  parameter WORDS = 1,
  parameter WORD_BITS = 1,
  // For each word: the phase it belongs to (3 bits) and, above it, whether only a step that learns has it.
  parameter [4*WORDS-1:0] RUNS = 0,
  parameter DIRECTORY = ""
) (
  input  logic                 clock,
  input  logic                 reset,
  input  logic                 start,
  input  logic [3:0]           kind,
  input  logic                 last_cycle,
  output logic                 idle,
  output logic                 fetching,
  output logic                 running,
  output logic [WORD_BITS-1:0] word
);
  localparam INDEX_BITS = WORDS == 1 ? 1 : $clog2(WORDS + 1);
  localparam [1:0] IDLE = 0, FETCH = 1, RUN = 2;

  logic [1:0] state;
  logic [INDEX_BITS-1:0] index;
  logic [WORD_BITS-1:0] microcode[0:WORDS-1];

  initial if (DIRECTORY != "") $readmemh({DIRECTORY, "/microcode.mem"}, microcode);

  // Bits of the kind: reset, learning, error, update from the lowest on.
  function automatic runs(input [2:0] phase, input learning, input [3:0] step_kind);
    case (phase)
      3'd0: runs = step_kind[0];
      3'd1: runs = 1'b1;
      3'd2: runs = step_kind[2];
      default: runs = step_kind[3];
    endcase
    runs = runs && (step_kind[1] || !learning);
  endfunction

  logic [WORDS-1:0] candidates;
  logic             found;
  logic [INDEX_BITS-1:0] next;

  generate
    for (genvar w = 0; w < WORDS; w = w + 1) begin : candidate
      assign candidates[w] = runs(RUNS[4*w +: 3], RUNS[4*w+3], kind) && (state == IDLE || w > 32'(index));
    end
  endgenerate

  always_comb begin
    found = 1'b0;
    next = 0;
    for (int w = WORDS - 1; w >= 0; w = w - 1) begin
      if (candidates[w]) begin
        found = 1'b1;
        next = w[INDEX_BITS-1:0];
      end
    end
  end

  assign idle = state == IDLE;
  assign fetching = state == FETCH;
  assign running = state == RUN;

  always_ff @(posedge clock) begin
    if (reset) begin
      state <= IDLE;
      index <= 0;
    end else if (state == FETCH) begin
      state <= RUN;
    end else if (state == IDLE ? start : last_cycle) begin
      state <= found ? FETCH : IDLE;
      index <= next;
    end
  end

  always_ff @(posedge clock) begin
    if (state == FETCH) word <= microcode[index];
  end
endmodule
