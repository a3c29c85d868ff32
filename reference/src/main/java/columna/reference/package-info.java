/**
 * The float reference: the online learners of the papers in double precision, each rule written as its equations. Below it are a task
 * (sequences), a network (named parameters), learning rules that turn one sequence into one gradient, optimisers and a trainer; it knows
 * no number format, no cycle and no chip. Nothing of Columna may be imported here.
 */
package columna.reference;
