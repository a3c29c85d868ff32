package columna.experiments.verify.report;

import columna.experiments.verify.finding.Check;
import columna.experiments.verify.finding.Check.Kind;
import columna.experiments.verify.finding.Check.Outcome;
import columna.experiments.verify.finding.Findings;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The checks in the XML that continuous-integration servers read from JUnit: a suite for each kind of check, a case for each check. It
 * holds no times, so the same run gives the same bytes.
 */
public final class JunitXml {

    private final String experiment;
    private final List<Check> all;
    private final XMLStreamWriter xml;

    private JunitXml(String experiment, List<Check> all, XMLStreamWriter xml) {
        this.experiment = experiment;
        this.all = all;
        this.xml = xml;
    }

    /** Writes a file; an older one is replaced. */
    public static void write(Findings findings, Path file) throws IOException {
        write(findings.run().spec().name(), findings.checks(), file);
    }

    /** Writes the checks of an experiment. */
    public static void write(String experiment, List<Check> checks, Path file) throws IOException {
        Files.writeString(file, of(experiment, checks));
    }

    static String of(Findings findings) {
        return of(findings.run().spec().name(), findings.checks());
    }

    private static String of(String experiment, List<Check> checks) {
        StringWriter text = new StringWriter();
        try {
            new JunitXml(experiment, checks, XMLOutputFactory.newInstance().createXMLStreamWriter(text)).document();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    private void document() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line(0);
        xml.writeStartElement("testsuites");
        attribute("name", "columna verify " + experiment);
        counts(all);
        for (Kind kind : Kind.values()) {
            List<Check> checks = all.stream().filter(check -> check.kind() == kind).toList();
            if (!checks.isEmpty()) {
                suite(kind, checks);
            }
        }
        line(0);
        xml.writeEndElement();
        line(0);
        xml.writeEndDocument();
        xml.flush();
    }

    private void suite(Kind kind, List<Check> checks) throws XMLStreamException {
        line(1);
        xml.writeStartElement("testsuite");
        attribute("name", kind.label());
        counts(checks);
        attribute("skipped", Long.toString(count(checks, Outcome.SKIPPED)));
        for (Check check : checks) {
            line(2);
            testcase(check);
        }
        line(1);
        xml.writeEndElement();
    }

    private void testcase(Check check) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", experiment + "." + check.kind().label());
        attribute("name", check.name());
        switch (check.outcome()) {
            case PASSED -> { }
            case FAILED -> outcome("failure", check);
            case SKIPPED -> outcome("skipped", check);
        }
        xml.writeEndElement();
    }

    private void outcome(String element, Check check) throws XMLStreamException {
        xml.writeStartElement(element);
        if (check.failed()) {
            attribute("type", "tolerance");
        }
        attribute("message", check.sentence());
        xml.writeEndElement();
    }

    private void counts(List<Check> checks) throws XMLStreamException {
        attribute("tests", Integer.toString(checks.size()));
        attribute("failures", Long.toString(count(checks, Outcome.FAILED)));
        attribute("errors", "0");
    }

    private static long count(List<Check> checks, Outcome outcome) {
        return checks.stream().filter(check -> check.outcome() == outcome).count();
    }

    /** XML 1.0 has no place for control characters, not even escaped. */
    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, value.replaceAll("[^\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?"));
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
