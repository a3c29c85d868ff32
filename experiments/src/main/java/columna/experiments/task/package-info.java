/** The tasks' data as an experiment asks for them. Below it is the reference's task generator. */
package columna.experiments.task;
