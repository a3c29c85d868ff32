// Gives the reads of the waiting slot their ports (MICROARCHITECTURE.md §3): a position reads a word that its holding
// register does not have; two positions that need the same word share a read; left before right, as many in a cycle as
// the banks have free ports. A write has its port already, on a 1RW bank the only one.
module read_ports #(
  parameter PORTS = 1,
  parameter POSITIONS = 2,
  parameter TERM_BITS = 1,
  parameter BANK_BITS = 1,
  parameter ADDRESS_BITS = 1
) (
  input  logic                    clock,
  input  logic                    invalidate,
  input  logic                    waiting,
  input  logic [TERM_BITS-1:0]    term,
  input  logic                    needs_left,
  input  logic                    needs_right,
  input  logic [BANK_BITS-1:0]    left_bank,
  input  logic [BANK_BITS-1:0]    right_bank,
  input  logic [ADDRESS_BITS-1:0] left_word,
  input  logic [ADDRESS_BITS-1:0] right_word,
  input  logic                    write_enable,
  input  logic [BANK_BITS-1:0]    write_bank,
  // The reads of this cycle; `shared`: the left one is for both positions; `second`: the right one has the bank's second port.
  output logic                    reads_left,
  output logic                    reads_right,
  output logic                    shared,
  output logic                    second,
  output logic                    issue
);
  logic [POSITIONS-1:0] valid;
  logic [POSITIONS*ADDRESS_BITS-1:0] held;
  logic lacks_left, lacks_right, same_bank, left_free, right_free;

  assign lacks_left = needs_left
      && !(valid[2*term] && held[2*ADDRESS_BITS*term +: ADDRESS_BITS] == left_word);
  assign lacks_right = needs_right
      && !(valid[2*term+1] && held[2*ADDRESS_BITS*term+ADDRESS_BITS +: ADDRESS_BITS] == right_word);
  assign same_bank = left_bank == right_bank;
  assign shared = lacks_left && lacks_right && same_bank && left_word == right_word;
  assign left_free = PORTS != 0 || !(write_enable && write_bank == left_bank);
  assign right_free = PORTS != 0 || !(write_enable && write_bank == right_bank);
  assign second = same_bank && reads_left && reads_right;

  assign reads_left = waiting && lacks_left && left_free;
  assign reads_right = waiting && lacks_right && !shared && right_free
      && (!lacks_left || reads_left && (!same_bank || PORTS == 2));
  assign issue = waiting && (!lacks_left || reads_left) && (!lacks_right || reads_right || shared && reads_left);

  always_ff @(posedge clock) begin
    if (invalidate) valid <= 0;
    else begin
      if (reads_left) valid[2*term] <= 1'b1;
      if (reads_right || shared && reads_left) valid[2*term+1] <= 1'b1;
    end
    if (reads_left) held[2*ADDRESS_BITS*term +: ADDRESS_BITS] <= left_word;
    if (reads_right || shared && reads_left) held[2*ADDRESS_BITS*term+ADDRESS_BITS +: ADDRESS_BITS] <= right_word;
  end
endmodule
