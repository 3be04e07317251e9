// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.test.TestingTestFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** What becomes of the outcomes of tests besides what is printed. */
@Timeout(60)
class TestReportsTest {
  private static final String TESTS =
      """
      # kept
      tests:
        - name: is paired, at <any> parallelism
          given:
            - {at: '2024-01-15T10:00:00Z', type: request, id: a}
            - {at: '2024-01-15T10:00:01Z', type: response, id: a, note: "1"}
          expect:
            pair: [{id: b, duration_ms: 2}]  # kept too
            out: {exactly: []}
            events: 1
            state: {pair: {keys: 1}}
        - name: is quiet
          given: []
          expect: {out: []}
      """;

  private final Path folder;
  private final Path tests;

  TestReportsTest(@TempDir Path folder) {
    this.folder = folder;
    this.tests = TestingTestFile.write(folder, TestingTestFile.LATENCY, TESTS);
  }

  @Test
  void updateWritesWhatCame() throws Exception {
    TestingDrey.Ended ended = TestingTerminal.run("test", "--update", tests.toString());

    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).contains(":8:13: pair: 1 expected, 1 came\n", "≠   id: \"b\" ");
    assertThat(ended.err()).isEqualTo(tests + ": 4 expectations written\n");
    assertThat(Files.readString(tests))
        .isEqualTo(
            TESTS
                .replace("{id: b, duration_ms: 2}", "{id: a, duration_ms: 1000}")
                .replace("exactly: []", "exactly: [{id: a, duration_ms: 1000}]")
                .replace("events: 1", "events: 2")
                .replace("keys: 1", "keys: 0"));
    assertThat(TestingTerminal.run("test", "--update", tests.toString()))
        .isEqualTo(new TestingDrey.Ended(0, tests + ": 2 passed\n", "2 tests passed\n"));
  }

  /** Text that looks like something else is quoted. */
  @Test
  void updateWritesAllFieldsWhereNoneWasExpected() throws Exception {
    Files.writeString(tests, TESTS.replace("events: 1", "events: []"));

    assertThat(TestingTerminal.run("test", "-q", "--update", tests.toString()).exit()).isZero();

    assertThat(Files.readString(tests))
        .contains(
            """
                  events:
                    - {at: '2024-01-15T10:00:00Z', type: request, id: a}
                    - {at: '2024-01-15T10:00:01Z', type: response, id: a, note: '1'}
            """);
    assertThat(TestingTerminal.run("test", tests.toString()).exit()).isZero();
  }

  @Test
  void writesTheXmlOfJUnit() throws Exception {
    Path report = folder.resolve("reports/drey.xml");

    assertThat(TestingTerminal.run("test", tests.toString(), "--junit", report.toString()).exit())
        .isEqualTo(4);

    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("testsuites");
    assertThat(root.getAttribute("tests")).isEqualTo("2");
    assertThat(root.getAttribute("failures")).isEqualTo("1");
    assertThat(root.getAttribute("errors")).isEqualTo("0");
    Element test = (Element) root.getElementsByTagName("testcase").item(0);
    assertThat(test.getAttribute("name")).isEqualTo("is paired, at <any> parallelism");
    assertThat(test.getAttribute("file")).isEqualTo(tests.toString());
    assertThat(test.getAttribute("line")).isEqualTo("3");
    Element failure = (Element) test.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message")).endsWith(":8:13: pair: 1 expected, 1 came");
    assertThat(failure.getTextContent()).contains("≠   id: \"b\" ");
    assertThat(((Element) root.getElementsByTagName("testcase").item(1)).hasChildNodes()).isFalse();
  }

  @Test
  void watchRunsTheTestsAgainOfWhichAFileChanged() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    TestingTestFile.write(
        other, TestingTestFile.LATENCY, "tests: [{name: a, given: [], expect: {out: 0}}]\n");
    Lines lines = new Lines();
    PrintWriter err = new PrintWriter(lines, true);
    Terminal terminal = new Terminal(new PrintWriter(new StringWriter()), err, false, false);
    Thread watching =
        new Thread(() -> Main.execute(terminal, "test", "--watch", folder.toString()));
    watching.start();
    try {
      lines.await("drey: 1 of 2 tests failed");
      lines.await("1 test passed");
      lines.await("watching 4 files; Ctrl-C ends");

      Files.writeString(tests, TESTS + "    unknown: 1\n");
      lines.await(
          tests
              + ":15:5: tests[1] (is quiet): Unknown key 'unknown' (known: name, given, expect,"
              + " parallelism)");
      lines.await("watching 4 files; Ctrl-C ends");

      Files.writeString(
          folder.resolve("it.yaml"), TestingTestFile.LATENCY.replace("id: pair", "id: pear"));
      lines.await("watching 4 files; Ctrl-C ends");
      TestingTestFile.write(folder, TestingTestFile.LATENCY, TESTS);
      lines.await("drey: 1 of 2 tests failed");
    } finally {
      watching.interrupt();
      watching.join();
    }
  }

  /** Lines as they are written. */
  private static final class Lines extends Writer {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final StringBuilder line = new StringBuilder();

    /** Waits for a line, and forgets those before it. */
    void await(String wanted) throws InterruptedException {
      String next = "";
      while (!wanted.equals(next)) {
        next = lines.poll(30, TimeUnit.SECONDS);
        assertThat(next).as("before: " + wanted).isNotNull();
      }
    }

    @Override
    public synchronized void write(char[] text, int from, int length) {
      for (int i = from; i < from + length; i++) {
        if (text[i] == '\n') {
          lines.add(line.toString());
          line.setLength(0);
        } else {
          line.append(text[i]);
        }
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
