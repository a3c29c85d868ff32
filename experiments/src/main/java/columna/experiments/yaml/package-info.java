/**
 * YAML text as a tree in which every value knows its file, line and column, and the one exception for a user's mistakes.
 * Below it is snakeyaml-engine, of which only the stream of parser events is used: no tag is ever resolved and no alias followed.
 * It may import nothing of ours.
 */
package columna.experiments.yaml;
