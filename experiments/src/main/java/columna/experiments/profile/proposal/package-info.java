/**
 * From what was observed of a signal to a number format: integer bits from the range, fraction bits from a budget. Below it are the
 * observation and the formats; it runs no chip.
 */
package columna.experiments.profile.proposal;
