/**
 * Where a report goes: a folder, written so that nothing is ever half there, or memory for tests.
 * Nothing is below it but the JDK.
 * It knows paths and bytes; nothing of reports, charts or pages may be imported here.
 */
package columna.reports.output;
