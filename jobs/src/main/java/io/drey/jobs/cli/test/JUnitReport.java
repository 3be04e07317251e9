// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.test;

import io.drey.jobs.test.TestFile;
import io.drey.jobs.test.run.TestOutcome;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The outcomes of tests as JUnit's XML, which servers for continuous integration read. */
final class JUnitReport {
  private static final String NAME = "drey test";

  /** What XML 1.0 has no way to write. */
  private static final String UNWRITABLE =
      "[^\\t\\r\\n\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

  private final Map<TestFile, List<TestCase>> suites = new LinkedHashMap<>();

  /**
   * A test.
   *
   * @param text what is shown of a test that failed; empty for one that passed
   */
  private record TestCase(TestOutcome outcome, String text) {
    boolean isFailed() {
      return !outcome.isPassed() && outcome.failure() == null;
    }

    boolean isBroken() {
      return outcome.failure() != null;
    }
  }

  /**
   * Adds a test.
   *
   * @param text what is shown of it if it failed
   */
  void add(TestFile file, TestOutcome outcome, String text) {
    suites.computeIfAbsent(file, unused -> new ArrayList<>()).add(new TestCase(outcome, text));
  }

  /** Writes all to a file, which may exist, in a folder, which may not. */
  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      write(out);
    } catch (XMLStreamException e) {
      throw new IOException("Cannot write '" + file + "': " + e.getMessage(), e);
    }
  }

  private void write(Writer out) throws XMLStreamException {
    XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuites");
    xml.writeAttribute("name", NAME);
    writeCounts(xml, suites.values().stream().flatMap(List::stream).toList());
    for (Map.Entry<TestFile, List<TestCase>> suite : suites.entrySet()) {
      write(xml, suite.getKey().path().toString(), suite.getValue());
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndDocument();
    xml.close();
  }

  private static void writeCounts(XMLStreamWriter xml, List<TestCase> cases)
      throws XMLStreamException {
    xml.writeAttribute("tests", String.valueOf(cases.size()));
    xml.writeAttribute(
        "failures", String.valueOf(cases.stream().filter(TestCase::isFailed).count()));
    xml.writeAttribute("errors", String.valueOf(cases.stream().filter(TestCase::isBroken).count()));
    xml.writeAttribute("skipped", "0");
    xml.writeAttribute(
        "time",
        seconds(
            cases.stream()
                .map(test -> test.outcome().elapsed())
                .reduce(Duration.ZERO, Duration::plus)));
  }

  private static void write(XMLStreamWriter xml, String file, List<TestCase> cases)
      throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", writable(file));
    writeCounts(xml, cases);
    for (TestCase test : cases) {
      write(xml, file, test);
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  private static void write(XMLStreamWriter xml, String file, TestCase test)
      throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("name", writable(test.outcome().test().name()));
    xml.writeAttribute("classname", writable(file.replaceFirst("\\.test\\.yaml$", "")));
    xml.writeAttribute("file", writable(file));
    xml.writeAttribute("line", String.valueOf(test.outcome().test().at().line()));
    xml.writeAttribute("time", seconds(test.outcome().elapsed()));
    if (!test.outcome().isPassed()) {
      xml.writeStartElement(test.isFailed() ? "failure" : "error");
      xml.writeAttribute("message", writable(test.text().lines().findFirst().orElse("").strip()));
      xml.writeCharacters(writable("\n" + test.text()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static String seconds(Duration elapsed) {
    return String.format(Locale.ROOT, "%.3f", elapsed.toMillis() / 1000.0);
  }

  private static String writable(String text) {
    return text.replaceAll(UNWRITABLE, "\uFFFD");
  }
}
