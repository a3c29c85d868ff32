  // What benches have in common: the file of vectors, and a comparison that ends the bench at the first difference with the
  // line of the file, the signal, what the Java model expects and what the module gives.
  integer vectors, line;
  reg [8*256-1:0] vectors_file;
  // The fields of a line, the first one in the highest bits, and whether there was another line.
  reg [VECTOR_BITS-1:0] given;
  reg more;

  task open_vectors;
    begin
      line = 0;
      if ($value$plusargs("vectors=%s", vectors_file) == 0) vectors = 0;
      else vectors = $fopen(vectors_file, "r");
      if (vectors == 0) begin
        $display("FAIL no vectors: give +vectors=FILE");
        $fatal;
      end
    end
  endtask

  task read_vector;
    begin
      more = $fscanf(vectors, "%h", given) == 1;
      if (more) line = line + 1;
    end
  endtask

  task compare(input [8*24-1:0] signal, input [1023:0] expected, input [1023:0] found);
    if (found !== expected) begin
      $display("FAIL %0d %0s %0h %0h", line, signal, expected, found);
      $fatal;
    end
  endtask

  task pass;
    begin
      if (line == 0 || $feof(vectors) == 0) begin
        $display("FAIL %0d: this line of the vectors cannot be read", line + 1);
        $fatal;
      end
      $display("PASS %0d", line);
      $finish;
    end
  endtask
