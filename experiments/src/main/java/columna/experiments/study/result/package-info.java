/**
 * What a study found: seeds brought together, fronts, what each axis does, and the design to take. Below it are the definition and the
 * store; it draws nothing.
 */
package columna.experiments.study.result;
