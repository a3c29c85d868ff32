/**
 * Columnar, constructive and columnar-constructive networks (Javed, Shah, Sutton and White, "Online real-time recurrent learning using sparse
 * connections and selective learning", 2023): one-unit LSTM columns with exact RTRL, stages, normalised features and TD(lambda), the
 * dense LSTM under truncated BPTT that they are compared with, the prediction streams they are tested on, live or recorded, and checkpoints. Below it are the random streams. Nothing else of the reference may be imported here.
 */
package columna.reference.constructive;
