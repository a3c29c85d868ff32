/**
 * When things happen: a clocked engine that issues the micro-operations of a program on lanes, banks, ports and the bus,
 * exactly as MICROARCHITECTURE.md says. Below it are programs, chips and accounting, whose counts it fills. It may not
 * import function: values never depend on time, and time never on values.
 */
package columna.sim.timing;
