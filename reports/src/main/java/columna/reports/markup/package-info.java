/**
 * A builder for HTML and SVG that escapes every text and attribute and closes every element; its output is also well-formed XML.
 * Nothing is below it but the JDK.
 * It knows no report and no chart; nothing of ours may be imported here.
 */
package columna.reports.markup;
