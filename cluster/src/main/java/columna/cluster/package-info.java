/**
 * Studies on an Apache Spark cluster: a workforce whose every computation is a job of one task. Below it is {@code task}, what is done on
 * the other machine. The study's engine, which knows nothing of Spark, finds it on the class path.
 */
package columna.cluster;
