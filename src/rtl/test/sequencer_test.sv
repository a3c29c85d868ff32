// Which micro-operations run in a kind of step, and their states in every cycle. A line is a cycle: reset, start, kind, last
// cycle of the micro-operation; idle, fetching, running and the word that runs.
module sequencer_test;
  `include "parameters.svh"
  `include "vectors.svh"

  logic clock = 0, reset, start, last_cycle, idle, fetching, running, expected_idle, expected_fetching, expected_running;
  logic [3:0] kind;
  logic [WORD_BITS-1:0] word, expected_word;

  sequencer #(WORDS, WORD_BITS, RUNS, ".") unit (
    .clock(clock), .reset(reset), .start(start), .kind(kind), .last_cycle(last_cycle), .idle(idle), .fetching(fetching),
    .running(running), .word(word));

  initial begin
    open_vectors;
    read_vector;
    while (more) begin
      {reset, start, kind, last_cycle, expected_idle, expected_fetching, expected_running, expected_word} = given;
      #1 if (!reset) begin
        compare("idle", 1024'(expected_idle), 1024'(idle));
        compare("fetching", 1024'(expected_fetching), 1024'(fetching));
        compare("running", 1024'(expected_running), 1024'(running));
        if (running) compare("word", 1024'(expected_word), 1024'(word));
      end
      clock = 1;
      #1 clock = 0;
      read_vector;
    end
    pass;
  end
endmodule
