package columna.experiments.verify.report;

import static columna.experiments.SmallExperiments.small;
import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.run.Simulated;
import columna.experiments.verify.finding.Check;
import columna.experiments.verify.finding.Check.Kind;
import columna.experiments.verify.finding.Check.Outcome;
import columna.experiments.verify.finding.Findings;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The JUnit file, read by the JDK's own parser and held against the structure that servers document. */
class JunitXmlTest {

    private static final String NASTY = "a<b> & \"c\" 'd'\t]]>\u0001\uD834\uDD1E";

    /** Suites of cases, each with at most one outcome; what must be present and what may. */
    private static final String SCHEMA = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:attributeGroup name="counts">
                <xs:attribute name="name" type="xs:string" use="required"/>
                <xs:attribute name="tests" type="xs:nonNegativeInteger" use="required"/>
                <xs:attribute name="failures" type="xs:nonNegativeInteger" use="required"/>
                <xs:attribute name="errors" type="xs:nonNegativeInteger" use="required"/>
              </xs:attributeGroup>
              <xs:complexType name="outcome"><xs:attribute name="message" use="required"/><xs:attribute name="type"/></xs:complexType>
              <xs:complexType name="case">
                <xs:choice minOccurs="0"><xs:element name="failure" type="outcome"/><xs:element name="skipped" type="outcome"/></xs:choice>
                <xs:attribute name="name" type="xs:string" use="required"/>
                <xs:attribute name="classname" type="xs:string" use="required"/>
              </xs:complexType>
              <xs:complexType name="suite">
                <xs:sequence><xs:element name="testcase" type="case" minOccurs="1" maxOccurs="unbounded"/></xs:sequence>
                <xs:attributeGroup ref="counts"/>
                <xs:attribute name="skipped" type="xs:nonNegativeInteger"/>
              </xs:complexType>
              <xs:element name="testsuites"><xs:complexType>
                <xs:sequence><xs:element name="testsuite" type="suite" minOccurs="1" maxOccurs="unbounded"/></xs:sequence>
                <xs:attributeGroup ref="counts"/>
              </xs:complexType></xs:element>
            </xs:schema>
            """;

    private static Findings findings() {
        Findings findings = Findings.of(Simulated.thisWidth(small("copy-task", "numerics.sampled_sequences=1", "verify.signal_to_noise.lru.h=300", "verify.accuracy_gap=0.2", "verify.time_steps_beyond=0.2")));
        return findings.with(List.of(
                Check.of(Kind.BASELINE, NASTY, false, "found " + NASTY), Check.skipped(Kind.BASELINE, "gone", "nothing to compare")), List.of());
    }

    private static Document parsed(String xml) throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @Test
    void theFileIsValidAndItsCountsAreThoseOfTheChecks() throws ParserConfigurationException, IOException, SAXException {
        Findings findings = findings();
        String xml = JunitXml.of(findings);
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(new StreamSource(new StringReader(SCHEMA)))
                .newValidator().validate(new StreamSource(new StringReader(xml)));
        Document document = parsed(xml);
        Element root = document.getDocumentElement();
        assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(findings.checks().size()).isEqualTo(22 + 4 + 2 + 2);
        assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo((int) findings.count(Outcome.FAILED)).isEqualTo(2);
        assertThat(document.getElementsByTagName("skipped").getLength()).isEqualTo(1);
        assertThat(root.getAttribute("tests")).isEqualTo("30");
        assertThat(root.getAttribute("failures")).isEqualTo("2");
        int cases = 0;
        for (int i = 0; i < document.getElementsByTagName("testsuite").getLength(); i++) {
            Element suite = (Element) document.getElementsByTagName("testsuite").item(i);
            assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(Integer.parseInt(suite.getAttribute("tests")));
            assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(Integer.parseInt(suite.getAttribute("failures")));
            cases += Integer.parseInt(suite.getAttribute("tests"));
        }
        assertThat(cases).isEqualTo(30);
    }

    /** A control character has no place in XML; a tab would come back as a space; everything else comes back as it was. */
    @Test
    void namesAndSentencesAreEscaped() throws ParserConfigurationException, IOException, SAXException {
        Document document = parsed(JunitXml.of(findings()));
        Element failure = (Element) document.getElementsByTagName("failure").item(1);
        String survives = NASTY.replace('\u0001', '?').replace('\t', '?');
        assertThat(failure.getAttribute("message")).isEqualTo("found " + survives);
        assertThat(((Element) failure.getParentNode()).getAttribute("name")).isEqualTo(survives);
        Element signal = (Element) document.getElementsByTagName("failure").item(0);
        assertThat(((Element) signal.getParentNode()).getAttribute("name")).isEqualTo("lru.h");
        assertThat(signal.getAttribute("message")).contains("at least 300.0 dB", "of 8 time steps, first time step 0 of sequence 0");
    }
}
