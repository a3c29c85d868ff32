/** What an executor does, and what it answers: free of Spark, so that another engine could send the same. */
package columna.cluster.task;
