// The fields of microcode words. A line: the word; all fields, each kind of a term's fields side by side.
module instruction_test;
  `include "parameters.svh"
  `include "vectors.svh"

  logic [BITS-1:0] word;
  logic [2:0] opcode, expected_opcode;
  logic reduce, expected_reduce;
  logic [7:0] shift, expected_shift;
  logic [PORT_BITS-1:0] port, senders, expected_port, expected_senders;
  logic [3*COUNT_BITS-1:0] bounds, expected_bounds;
  logic [FIELD_BITS-1:0] destination, expected_destination;
  logic [1:0] destination_part, expected_destination_part;
  logic [TERMS-1:0] valid, negative, real_part, has_right, expected_valid, expected_negative, expected_real_part, expected_has_right;
  logic [7*TERMS-1:0] alignments, expected_alignments;
  logic [4*TERMS-1:0] parts, expected_parts;
  logic [2*TERMS*COUNT_BITS-1:0] summed_bounds, expected_summed_bounds;
  logic [2*TERMS*FIELD_BITS-1:0] addresses, expected_addresses;

  instruction #(BITS, TERMS, PORT_BITS, COUNT_BITS, FIELD_BITS) decoder (
    .word(word), .opcode(opcode), .reduce(reduce), .shift(shift), .port(port), .senders(senders), .bounds(bounds),
    .destination(destination), .destination_part(destination_part), .valid(valid), .negative(negative),
    .alignments(alignments), .real_part(real_part), .has_right(has_right), .parts(parts), .summed_bounds(summed_bounds),
    .addresses(addresses));

  initial begin
    open_vectors;
    read_vector;
    while (more) begin
      {word, expected_opcode, expected_reduce, expected_shift, expected_port, expected_senders, expected_bounds,
          expected_destination, expected_destination_part, expected_valid, expected_negative, expected_alignments,
          expected_real_part, expected_has_right, expected_parts, expected_summed_bounds, expected_addresses} = given;
      #1 compare("opcode", 1024'(expected_opcode), 1024'(opcode));
      compare("reduce", 1024'(expected_reduce), 1024'(reduce));
      compare("shift", 1024'(expected_shift), 1024'(shift));
      compare("port", 1024'(expected_port), 1024'(port));
      compare("senders", 1024'(expected_senders), 1024'(senders));
      compare("bounds", 1024'(expected_bounds), 1024'(bounds));
      compare("destination", 1024'(expected_destination), 1024'(destination));
      compare("destination_part", 1024'(expected_destination_part), 1024'(destination_part));
      compare("valid", 1024'(expected_valid), 1024'(valid));
      compare("negative", 1024'(expected_negative), 1024'(negative));
      compare("alignments", 1024'(expected_alignments), 1024'(alignments));
      compare("real_part", 1024'(expected_real_part), 1024'(real_part));
      compare("has_right", 1024'(expected_has_right), 1024'(has_right));
      compare("parts", 1024'(expected_parts), 1024'(parts));
      compare("summed_bounds", 1024'(expected_summed_bounds), 1024'(summed_bounds));
      compare("addresses", 1024'(expected_addresses), 1024'(addresses));
      read_vector;
    end
    pass;
  end
endmodule
