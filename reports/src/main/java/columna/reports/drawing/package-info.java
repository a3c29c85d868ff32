/**
 * Charts as pictures: inline SVG written directly, so that the page's style sheet colours it for light, dark and paper, and PNG
 * through JFreeChart for slides and papers; both take their scales, ticks, thinned curves and colours from the same classes.
 * Below it are the report's records.
 * Swing, the file system (but for the fonts of machines that have none) and other modules of the project may not be imported here.
 */
package columna.reports.drawing;
