/**
 * The learning rules in single precision. All but this page's {@code Real}, {@code Logistic} and {@code Parameters} is derived from
 * {@link columna.reference.learning} when the project is built, by writing float for double: the double source is the definition, and a test
 * holds the two together. Below it are the network and the task.
 */
package columna.reference.single;
