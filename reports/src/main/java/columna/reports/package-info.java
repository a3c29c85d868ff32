/**
 * What a report says: titles, facts, tables, charts and notes as plain records, checked when they are made.
 * Nothing is below it but the JDK; {@code drawing}, {@code output} and {@code page} are the floors above that turn a
 * {@link columna.reports.Report} into PNG, SVG, HTML, CSV and JSON.
 * No drawing library, no file system and no other module of the project may be imported here.
 */
package columna.reports;
