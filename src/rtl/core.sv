// A core of the chip as MICROARCHITECTURE.md describes it: a sequencer with its microcode, banks, holding registers, lanes with
// accumulators, look-up units, round-and-saturate units with their random words, and the ports of the bus. All that a core
// program decides is in the parameters and in the images that the core loads.
module core #(
  parameter LANES = 1,
  parameter TABLE_UNITS = 1,
  parameter READ_CYCLES = 1,
  parameter MULTIPLY_CYCLES = 1,
  parameter ROUND_CYCLES = 1,
  // 0: one access per cycle and bank (1RW); 1: a read and a write (1R1W); 2: two reads and a write (2R1W).
  parameter PORTS = 1,
  parameter WORD_BITS = 16,
  parameter ACCUMULATOR_BITS = 40,
  parameter ROUND_BITS = 42,
  parameter BANKS = 1,
  parameter TERMS = 1,
  parameter BANK_BITS = 1,
  parameter COUNT_BITS = 1,
  parameter ADDRESS_BITS = 1,
  parameter COLUMN_BITS = 1,
  parameter MICROCODE_WORDS = 1,
  parameter MICROCODE_BITS = 1,
  parameter [4*MICROCODE_WORDS-1:0] RUNS = 0,
  parameter [128*BANKS-1:0] BANK_DESCRIPTORS = 0,
  parameter TABLES = 1,
  parameter [192*TABLES-1:0] TABLE_DESCRIPTORS = 0,
  parameter ROM_WORDS = 1,
  parameter ROM_BITS = 1,
  parameter LFSR_BITS = 16,
  parameter [63:0] LFSR_MASK = 64'hB400,
  parameter [63:0] LFSR_SEED = 64'd1,
  parameter RANDOM_BITS = 8,
  parameter BUS_BITS = 64,
  parameter QUEUES = 1,
  parameter PORT_BITS = 1,
  // Elements of the largest packet that the core receives.
  parameter PACKET_ELEMENTS = 1,
  parameter DIRECTORY = ""
) (
  input  logic                         clock,
  input  logic                         reset,
  input  logic                         start,
  input  logic [3:0]                   kind,
  output logic                         idle,
  output logic                         offer,
  output logic [PORT_BITS-1:0]         offer_route,
  output logic [BUS_BITS-1:0]          offer_beat,
  input  logic                         grant,
  input  logic [QUEUES-1:0]            queue_ready,
  input  logic [QUEUES*BUS_BITS-1:0]   queue_beats,
  output logic [QUEUES-1:0]            queue_take,
  output logic                         write_enable,
  output logic [BANK_BITS-1:0]         write_bank,
  output logic [ADDRESS_BITS-1:0]      write_word,
  output logic [2*LANES-1:0]           write_mask,
  output logic [2*LANES*WORD_BITS-1:0] write_data
);
  localparam [2:0] SUM = 0, LOOK_UP = 1, MAXIMUM = 2, SEND = 3, RECEIVE = 4;
  localparam FIELD_BITS = BANK_BITS + 4 * (ADDRESS_BITS + COLUMN_BITS);
  localparam AMOUNT_BITS = $clog2(LANES + 1);
  localparam LANE_BITS = LANES == 1 ? 1 : $clog2(LANES);
  localparam TERM_BITS = TERMS == 1 ? 1 : $clog2(TERMS);
  localparam DATA_BITS = 2 * LANES * WORD_BITS;
  localparam TREE_CYCLES = $clog2(LANES);

  // ---- §2 Sequencer ----
  logic fetching, running, last_cycle;
  logic [MICROCODE_BITS-1:0] microcode_word;

  sequencer #(MICROCODE_WORDS, MICROCODE_BITS, RUNS, DIRECTORY) control (
    .clock(clock), .reset(reset), .start(start), .kind(kind), .last_cycle(last_cycle), .idle(idle), .fetching(fetching),
    .running(running), .word(microcode_word));

  logic [2:0] opcode;
  logic reduce;
  logic [7:0] shift;
  logic [PORT_BITS-1:0] port, senders;
  logic [COUNT_BITS-1:0] bound0, bound1, bound2;
  logic [FIELD_BITS-1:0] destination;
  logic [1:0] destination_part;
  logic [TERMS-1:0] term_valid, term_negative, term_real_part, term_has_right;
  logic [7*TERMS-1:0] term_alignments;
  logic [4*TERMS-1:0] term_parts;
  logic [2*TERMS*COUNT_BITS-1:0] term_bounds;
  logic [2*TERMS*FIELD_BITS-1:0] term_addresses;

  instruction #(MICROCODE_BITS, TERMS, PORT_BITS, COUNT_BITS, FIELD_BITS) decoder (
    .word(microcode_word), .opcode(opcode), .reduce(reduce), .shift(shift), .port(port), .senders(senders),
    .bounds({bound2, bound1, bound0}), .destination(destination), .destination_part(destination_part),
    .valid(term_valid), .negative(term_negative), .alignments(term_alignments), .real_part(term_real_part),
    .has_right(term_has_right), .parts(term_parts), .summed_bounds(term_bounds), .addresses(term_addresses));

  logic [BANK_BITS-1:0] source_bank;
  logic [127:0] source_descriptor, destination_descriptor;
  logic destination_complex;

  assign source_bank = term_addresses[BANK_BITS-1:0];
  assign write_bank = destination[BANK_BITS-1:0];
  assign source_descriptor = BANK_DESCRIPTORS[128*source_bank +: 128];
  assign destination_descriptor = BANK_DESCRIPTORS[128*write_bank +: 128];
  assign destination_complex = destination_descriptor[9];

  // ---- §3 Slots and reads ----
  logic issue, slots_left, needs_left, needs_right, left_broadcast, right_broadcast, loads, finishes, completes, last;
  logic [TERM_BITS-1:0] term;
  logic [BANK_BITS-1:0] left_bank, right_bank;
  logic [ADDRESS_BITS-1:0] left_word, right_word, slot_word;
  logic [LANE_BITS-1:0] left_lane, right_lane, slot_lane;
  logic [AMOUNT_BITS-1:0] run, finished;

  slots #(LANES, TABLE_UNITS, TERMS, TERM_BITS, BANKS, BANK_BITS, COUNT_BITS, ADDRESS_BITS, COLUMN_BITS, AMOUNT_BITS,
      LANE_BITS, BANK_DESCRIPTORS) slot (
    .clock(clock), .restart(fetching), .issue(issue), .reduce(reduce), .look_up(opcode == LOOK_UP), .rows(bound0),
    .columns(bound1), .destination(destination), .term_valid(term_valid), .term_has_right(term_has_right),
    .term_bounds(term_bounds), .term_addresses(term_addresses), .term(term), .needs_left(needs_left),
    .needs_right(needs_right), .left_bank(left_bank), .right_bank(right_bank), .left_word(left_word),
    .right_word(right_word), .left_lane(left_lane), .right_lane(right_lane), .left_broadcast(left_broadcast),
    .right_broadcast(right_broadcast), .run(run), .loads(loads), .finishes(finishes), .completes(completes), .last(last),
    .written_word(slot_word), .written_lane(slot_lane), .finished(finished));

  always_ff @(posedge clock) begin
    if (fetching) slots_left <= 1'b1;
    else if (issue && last) slots_left <= 1'b0;
  end

  logic reads_left, reads_right, shared, second;

  read_ports #(PORTS, 2 * TERMS, TERM_BITS, BANK_BITS, ADDRESS_BITS) ports (
    .clock(clock), .invalidate(fetching), .waiting(running && slots_left && opcode <= MAXIMUM), .term(term),
    .needs_left(needs_left), .needs_right(needs_right), .left_bank(left_bank), .right_bank(right_bank),
    .left_word(left_word), .right_word(right_word), .write_enable(write_enable), .write_bank(write_bank),
    .reads_left(reads_left), .reads_right(reads_right), .shared(shared), .second(second), .issue(issue));

  // A send reads through the same ports; nothing else reads or writes then.
  logic sending, send_reads, send_reads_second;
  logic [ADDRESS_BITS-1:0] send_word, send_second_word;
  logic [DATA_BITS-1:0] left_data, right_data, left_arriving, right_arriving, left, right;

  assign sending = running && opcode == SEND;

  bank_array #(LANES, WORD_BITS, BANKS, BANK_BITS, ADDRESS_BITS, BANK_DESCRIPTORS, DIRECTORY) memory (
    .clock(clock), .reads_left(sending ? send_reads : reads_left), .left_bank(sending ? source_bank : left_bank),
    .left_word(sending ? send_word : left_word), .right_bank(sending ? source_bank : right_bank),
    .right_word(sending ? send_second_word : right_word), .shared(!sending && shared),
    .second(sending ? send_reads_second : second), .left_data(left_data), .right_data(right_data),
    .write_enable(write_enable), .write_bank(write_bank), .write_word(write_word), .write_mask(write_mask),
    .write_data(write_data));

  // ---- The control of a slot travels beside its data ----
  localparam CONTROL_BITS = 4 + 4 + AMOUNT_BITS + ADDRESS_BITS + LANE_BITS;
  localparam OPERAND_BITS = TERM_BITS + AMOUNT_BITS + 2 * LANE_BITS + 2;

  logic [CONTROL_BITS-1:0] issued, at_operands;
  logic [TERM_BITS-1:0] lane_term;
  logic [AMOUNT_BITS-1:0] lane_run;
  logic [LANE_BITS-1:0] lane_left, lane_right;
  logic lane_left_broadcast, lane_right_broadcast;

  assign issued = {issue && opcode == SUM && !reduce, issue && opcode == SUM && reduce, issue && opcode == LOOK_UP,
      issue && opcode == MAXIMUM, loads, finishes, completes, last, finished, slot_word, slot_lane};

  delay #(CONTROL_BITS + OPERAND_BITS, READ_CYCLES) read_control (
    .clock(clock), .value({issued, term, run, left_lane, right_lane, left_broadcast, right_broadcast}),
    .delayed({at_operands, lane_term, lane_run, lane_left, lane_right, lane_left_broadcast, lane_right_broadcast}));

  holding_registers #(TERMS, TERM_BITS, READ_CYCLES, DATA_BITS) operands (
    .clock(clock), .loads_left(reads_left), .loads_right(reads_right || shared && reads_left), .loaded_term(term),
    .left_data(left_data), .right_data(right_data), .left_arriving(left_arriving), .right_arriving(right_arriving),
    .term(lane_term), .left(left), .right(right));

  // ---- §4 Lanes and accumulators ----
  logic [LANES*(WORD_BITS+1)-1:0] factors;
  logic [2*LANES*ACCUMULATOR_BITS-1:0] products, sums;
  logic [ACCUMULATOR_BITS-1:0] joined_real, joined_imaginary, largest;

  lanes #(LANES, LANE_BITS, AMOUNT_BITS, WORD_BITS, ACCUMULATOR_BITS, MULTIPLY_CYCLES) arithmetic (
    .clock(clock), .left(left), .right(right), .left_lane(lane_left), .right_lane(lane_right),
    .left_broadcast(lane_left_broadcast), .right_broadcast(lane_right_broadcast), .parts(term_parts[4*lane_term +: 4]),
    .valid(term_valid[lane_term]), .has_right(term_has_right[lane_term]), .real_part(term_real_part[lane_term]),
    .negative(term_negative[lane_term]), .alignment(term_alignments[7*lane_term +: 7]), .run(lane_run),
    .factors(factors), .products(products), .joined_real(joined_real), .joined_imaginary(joined_imaginary),
    .largest(largest));

  // Which of these stages a slot's results come from is a matter of its micro-operation; the bits of the others are low.
  localparam MAP_VALID = CONTROL_BITS - 1, REDUCE_VALID = CONTROL_BITS - 2, LOOK_UP_VALID = CONTROL_BITS - 3,
      MAXIMUM_VALID = CONTROL_BITS - 4, LOADS = CONTROL_BITS - 5, FINISHES = CONTROL_BITS - 6;
  localparam RESULT_BITS = CONTROL_BITS - 6;

  logic [CONTROL_BITS-1:0] at_products, at_joined, at_largest, at_looked_up;

  delay #(CONTROL_BITS, MULTIPLY_CYCLES) product_control (.clock(clock), .value(at_operands), .delayed(at_products));
  delay #(CONTROL_BITS, TREE_CYCLES) tree_control (.clock(clock), .value(at_products), .delayed(at_joined));
  delay #(CONTROL_BITS, TREE_CYCLES) maximum_control (.clock(clock), .value(at_operands), .delayed(at_largest));
  delay #(CONTROL_BITS, 2 + MULTIPLY_CYCLES) look_up_control (.clock(clock), .value(at_operands), .delayed(at_looked_up));

  logic maps, reduces, compares;
  logic [CONTROL_BITS-1:0] at_accumulator;

  assign maps = at_products[MAP_VALID];
  assign reduces = at_joined[REDUCE_VALID];
  assign compares = at_largest[MAXIMUM_VALID];
  assign at_accumulator = maps ? at_products : reduces ? at_joined : at_largest;

  generate
    for (genvar k = 0; k < 2 * LANES; k = k + 1) begin : part
      logic [ACCUMULATOR_BITS-1:0] value;
      logic enable;
      if (k == 0) begin : first_real
        assign value = maps ? products[0 +: ACCUMULATOR_BITS] : reduces ? joined_real : largest;
      end else if (k == 1) begin : first_imaginary
        assign value = maps ? products[ACCUMULATOR_BITS +: ACCUMULATOR_BITS] : joined_imaginary;
      end else begin : other
        assign value = products[k*ACCUMULATOR_BITS +: ACCUMULATOR_BITS];
      end
      // A maximum and a REDUCE use the first lane's.
      assign enable = maps || k < 2 && reduces || k == 0 && compares;
      accumulator #(ACCUMULATOR_BITS) exact_sum (
        .clock(clock), .enable(enable), .load(at_accumulator[LOADS]),
        .maximum(compares), .value(value), .sum(sums[k*ACCUMULATOR_BITS +: ACCUMULATOR_BITS]));
    end
  endgenerate

  logic summed, compared;
  logic [RESULT_BITS-1:0] sum_result;

  always_ff @(posedge clock) begin
    summed <= (maps || reduces) && at_accumulator[FINISHES];
    compared <= compares && at_accumulator[FINISHES];
    sum_result <= at_accumulator[RESULT_BITS-1:0];
  end

  // ---- §5 Look-ups ----
  logic [TABLE_UNITS*ACCUMULATOR_BITS-1:0] looked_up;
  logic [TABLE_UNITS*10-1:0] look_up_shifts;
  logic [TABLE_UNITS-1:0] look_up_highest;
  logic [191:0] table_descriptor;

  assign table_descriptor = TABLE_DESCRIPTORS[192*port +: 192];

  generate
    for (genvar u = 0; u < TABLE_UNITS; u = u + 1) begin : table_unit
      look_up_unit #(WORD_BITS, ACCUMULATOR_BITS, MULTIPLY_CYCLES, TABLES, PORT_BITS, TABLE_DESCRIPTORS, ROM_WORDS,
          ROM_BITS, DIRECTORY) unit (
        .clock(clock), .table_number(port), .value(factors[u*(WORD_BITS+1) +: WORD_BITS+1]),
        .looked_up(looked_up[u*ACCUMULATOR_BITS +: ACCUMULATOR_BITS]), .shift(look_up_shifts[u*10 +: 10]),
        .highest(look_up_highest[u]));
    end
  endgenerate

  // ---- §6 Transfers ----
  logic send_done, receive_valid, receive_last;
  logic [ADDRESS_BITS-1:0] receive_word;
  logic [AMOUNT_BITS-1:0] receive_elements;
  logic [2*LANES*ACCUMULATOR_BITS-1:0] receive_values;

  assign offer_route = port;

  send_port #(LANES, WORD_BITS, READ_CYCLES, PORTS, BUS_BITS, COUNT_BITS, ADDRESS_BITS, COLUMN_BITS) sender (
    .clock(clock), .reset(reset), .begin_operation(fetching), .running(sending), .elements(bound0),
    .elements_per_packet(bound1), .beats_per_packet(bound2), .columns(source_descriptor[25 +: COLUMN_BITS]),
    .words_per_row(source_descriptor[45 +: ADDRESS_BITS]), .complex(source_descriptor[9]), .width(source_descriptor[7:0]),
    .read_valid(send_reads), .read_word(send_word), .read_second_valid(send_reads_second),
    .read_second_word(send_second_word), .data(left_arriving), .second_data(right_arriving), .offer(offer),
    .offer_beat(offer_beat), .grant(grant), .done(send_done));

  receive_port #(LANES, ACCUMULATOR_BITS, BUS_BITS, QUEUES, PORT_BITS, COUNT_BITS, ADDRESS_BITS, COLUMN_BITS, WORD_BITS,
      PACKET_ELEMENTS) receiver (
    .clock(clock), .begin_operation(fetching), .running(running && opcode == RECEIVE), .elements(bound0),
    .elements_per_packet(bound1), .beats_per_packet(bound2), .first_queue(port), .senders(senders),
    .columns(destination_descriptor[25 +: COLUMN_BITS]), .words_per_row(destination_descriptor[45 +: ADDRESS_BITS]),
    .complex(destination_complex), .payload_bits(term_alignments[6:0]), .payload_unsigned(term_negative[0]),
    .queue_ready(queue_ready), .queue_beats(queue_beats), .queue_take(queue_take), .round_valid(receive_valid),
    .round_word(receive_word), .round_elements(receive_elements), .round_values(receive_values),
    .round_last(receive_last));

  // ---- Rounding and writing ----
  logic rounds, round_valid, round_complete, round_last, writes_real, writes_imaginary;
  logic [AMOUNT_BITS-1:0] round_elements;
  logic [ADDRESS_BITS-1:0] round_word;
  logic [LANE_BITS-1:0] round_lane;
  logic [RESULT_BITS-1:0] round_result, rounded_result;
  logic [2*LANES*ACCUMULATOR_BITS-1:0] round_values;
  logic [LANES*10-1:0] round_shifts;
  logic [LANES-1:0] round_highest;
  logic [23:0] round_format;
  logic [DATA_BITS-1:0] rounded_words, result_words;
  logic [2*LANES-1:0] rounded_mask, result_mask;

  assign writes_real = destination_part != 2;
  assign writes_imaginary = destination_part == 2 || destination_complex && destination_part == 0;
  assign round_valid = summed || at_looked_up[LOOK_UP_VALID] || receive_valid;
  assign round_result = receive_valid ? {1'b1, receive_last, receive_elements, receive_word, {LANE_BITS{1'b0}}}
      : at_looked_up[LOOK_UP_VALID] ? at_looked_up[RESULT_BITS-1:0] : sum_result;
  assign round_elements = round_result[ADDRESS_BITS+LANE_BITS +: AMOUNT_BITS];
  assign round_format = opcode == LOOK_UP ? table_descriptor[146:123]
      : {destination_descriptor[24:17], destination_descriptor[16:14], destination_descriptor[13:10],
          destination_descriptor[8], destination_descriptor[7:0]};

  generate
    for (genvar l = 0; l < LANES; l = l + 1) begin : lane_value
      logic [2*ACCUMULATOR_BITS-1:0] pair;
      if (l < TABLE_UNITS) begin : with_table
        assign pair = opcode == LOOK_UP ? {{ACCUMULATOR_BITS{1'b0}}, looked_up[l*ACCUMULATOR_BITS +: ACCUMULATOR_BITS]}
            : opcode == RECEIVE ? receive_values[2*l*ACCUMULATOR_BITS +: 2*ACCUMULATOR_BITS]
            : sums[2*l*ACCUMULATOR_BITS +: 2*ACCUMULATOR_BITS];
        assign round_shifts[l*10 +: 10] = opcode == LOOK_UP ? look_up_shifts[l*10 +: 10] : 10'($signed(shift));
        assign round_highest[l] = opcode == LOOK_UP && look_up_highest[l];
      end else begin : without_table
        assign pair = opcode == RECEIVE ? receive_values[2*l*ACCUMULATOR_BITS +: 2*ACCUMULATOR_BITS]
            : sums[2*l*ACCUMULATOR_BITS +: 2*ACCUMULATOR_BITS];
        assign round_shifts[l*10 +: 10] = 10'($signed(shift));
        assign round_highest[l] = 1'b0;
      end
      // A real value that goes into an imaginary part.
      assign round_values[2*l*ACCUMULATOR_BITS +: 2*ACCUMULATOR_BITS] =
          destination_part == 2 ? {2{pair[ACCUMULATOR_BITS-1:0]}} : pair;
    end
  endgenerate

  round_units #(LANES, AMOUNT_BITS, ACCUMULATOR_BITS, ROUND_BITS, WORD_BITS, ROUND_CYCLES, LFSR_BITS, LFSR_MASK,
      LFSR_SEED, RANDOM_BITS) rounders (
    .clock(clock), .reset(reset), .valid(round_valid), .elements(round_elements), .writes_real(writes_real),
    .writes_imaginary(writes_imaginary), .values(round_values), .shifts(round_shifts), .highest(round_highest),
    .format(round_format), .words(rounded_words), .mask(rounded_mask));

  delay #(RESULT_BITS + 1, ROUND_CYCLES) round_control (
    .clock(clock), .value({round_valid, round_result}), .delayed({rounds, rounded_result}));

  // A maximum is exact: it passes the rounding units by.
  logic [RESULT_BITS-1:0] result;

  assign result = compared ? sum_result : rounded_result;
  assign {round_complete, round_last} = result[RESULT_BITS-1 -: 2];
  assign round_word = result[LANE_BITS +: ADDRESS_BITS];
  assign round_lane = result[LANE_BITS-1:0];
  assign result_words = compared ? DATA_BITS'({2{sums[WORD_BITS-1:0]}}) : rounded_words;
  assign result_mask = compared ? {{2*LANES-2{1'b0}}, writes_imaginary, writes_real} : rounded_mask;

  output_word #(LANES, LANE_BITS, WORD_BITS) written (
    .clock(clock), .reset(reset || fetching), .valid(running && (compared || rounds)), .complete(round_complete),
    .first_lane(round_lane), .mask(result_mask), .words(result_words), .write_enable(write_enable),
    .write_mask(write_mask), .write_data(write_data));

  assign write_word = round_word;
  assign last_cycle = send_done || write_enable && round_last;
endmodule
