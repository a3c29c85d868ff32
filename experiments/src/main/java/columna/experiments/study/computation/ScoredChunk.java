package columna.experiments.study.computation;

import columna.reference.learning.Score;

/**
 * A score as an outcome keeps it.
 *
 * @param sequences learned so far
 * @param loss nats per bit, mean over the chunk
 * @param correct bits answered right
 * @param scored bits asked
 */
record ScoredChunk(long sequences, double loss, long correct, long scored) {

    static ScoredChunk of(long sequences, Score score) {
        return new ScoredChunk(sequences, score.loss(), score.correct(), score.scored());
    }

    Score score() {
        return new Score(loss, correct, scored);
    }
}
