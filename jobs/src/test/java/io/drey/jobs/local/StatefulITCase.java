// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.function.TestingFunctions;
import io.drey.jobs.function.TestingJar;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.util.ExceptionUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions of users in a job: what they take and give, and versions of them. */
@Timeout(120)
class StatefulITCase {
  private final Path directory;
  private final TestingRun runs;

  StatefulITCase(@TempDir Path directory) {
    this.directory = directory;
    runs = new TestingRun(directory);
  }

  private static String pipeline(String step, String sinks) {
    return """
        version: 1
        name: functions
        sources:
          in: {type: file, path: "${var:DIR}/in/*.jsonl", time: {field: ts, unit: s}}
        steps:
          - id: step
            stateful: %s
        sinks:
          out: {type: file, path: "${var:DIR}/out", mode: overwrite}
          invalid: {type: file, path: "${var:DIR}/invalid", from: step.invalid, mode: overwrite}
          %s
        """
        .formatted(
            step.replace("class: ", "class: " + TestingFunctions.class.getName() + "$"), sinks);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "settings: {parallelism: 1}",
        "settings: {parallelism: 2}",
        "settings: {parallelism: 2, state-backend: rocksdb}"
      })
  void handsEventsToAFunctionAndTakesItsResults(String settings) throws Exception {
    runs.write(
        "in/1.jsonl",
        List.of(
            "{\"ts\":1,\"user\":\"ann\",\"ip\":\"a\",\"n\":1.50}",
            "{\"ts\":2,\"user\":\"bob\",\"ip\":\"a\"}",
            "{\"ts\":3,\"user\":\"ann\",\"ip\":\"b\"}",
            "{\"ts\":4,\"user\":\"ann\",\"ip\":\"a\"}",
            "{\"ts\":5,\"ip\":\"c\"}"));

    runs.run(
        pipeline(
                "{class: CountValues, key: user, ttl: 1h, options: {field: ip}}",
                "again: {type: file, path: \"${var:DIR}/again\", from: step.repeated, mode:"
                    + " overwrite}")
            + settings);

    assertThat(runs.read("out"))
        .containsExactlyInAnyOrder(
            "{\"ts\":1,\"user\":\"ann\",\"ip\":\"a\",\"n\":1.50,\"unique\":1}",
            "{\"ts\":2,\"user\":\"bob\",\"ip\":\"a\",\"unique\":1}",
            "{\"ts\":3,\"user\":\"ann\",\"ip\":\"b\",\"unique\":2}");
    assertThat(runs.read("again")).containsExactly("{\"ts\":4,\"user\":\"ann\",\"ip\":\"a\"}");
    assertThat(runs.read("invalid"))
        .containsExactly("{\"ts\":5,\"ip\":\"c\",\"error\":\"Missing key 'user'\"}");
  }

  @Test
  void bindsEventsToRecordsAndWritesMapsAndHandlesTimers() throws Exception {
    runs.write(
        "in/1.jsonl",
        List.of(
            "{\"ts\":0,\"user\":\"a\\\"nn\",\"at\":\"2024-01-15T10:00:00+01:00\",\"price\":0.10}",
            "{\"ts\":1,\"user\":7,\"price\":1,\"other\":[{}]}",
            "{\"ts\":2,\"user\":\"a\\\"nn\",\"price\":0.20}",
            "{\"ts\":3,\"user\":\"a\\\"nn\",\"price\":\"much\"}",
            "{\"ts\":90,\"user\":\"a\\\"nn\",\"price\":5}"));

    runs.run(pipeline("{class: SumLater, key: user, options: {after: 30s}}", ""));

    assertThat(runs.read("out"))
        .containsExactlyInAnyOrder(
            "{\"key\":\"a\\\"nn\",\"at\":\"1970-01-01T00:00:30Z\",\"total\":0.30}",
            "{\"key\":\"7\",\"at\":\"1970-01-01T00:00:31Z\",\"total\":1}",
            "{\"key\":\"a\\\"nn\",\"at\":\"1970-01-01T00:02:00Z\",\"total\":5}");
    assertThat(runs.read("invalid"))
        .containsExactly(
            "{\"ts\":3,\"user\":\"a\\\"nn\",\"price\":\"much\",\"error\":\"Cannot read event as"
                + " io.drey.jobs.function.TestingFunctions$Order: price: Cannot deserialize value of type"
                + " `java.math.BigDecimal` from String \\\"much\\\": not a valid"
                + " representation\"}");
  }

  @Test
  void failsWhereAResultIsNoObject() throws Exception {
    runs.write("in/1.jsonl", List.of("{\"ts\":0,\"user\":1}"));

    RunReport report =
        runs.execute(pipeline("{class: Emitting, key: user, ttl: 1h}", ""), RunOptions.PLAIN);

    assertThat(
            ExceptionUtils.findThrowableWithMessage(
                report.failure(), "Cannot emit java.lang.Integer: it is not a JSON object"))
        .isPresent();
  }

  @Test
  void failsWithTheStepAndTheEventThatItsFunctionCouldNotHandle() throws Exception {
    runs.write("in/1.jsonl", List.of("{\"ts\":0,\"user\":1,\"boom\":\"event\"}"));

    assertFailed(
        "Cannot handle event in step 'step': no such table (event:"
            + " {\"ts\":0,\"user\":1,\"boom\":\"event\"})");
  }

  @Test
  void failsWithTheStepAndTheTimerThatItsFunctionCouldNotHandle() throws Exception {
    runs.write("in/1.jsonl", List.of("{\"ts\":0,\"user\":1,\"boom\":\"timer\"}"));

    assertFailed(
        "Cannot handle timer in step 'step': no such event (timer: 1970-01-01T00:00:00.001Z of"
            + " key 1)");
  }

  private void assertFailed(String message) throws Exception {
    RunReport report =
        runs.execute(pipeline("{class: Failing, key: user, ttl: 1h}", ""), RunOptions.PLAIN);

    assertThat(ExceptionUtils.findThrowableWithMessage(report.failure(), message)).isPresent();
  }

  private static final String VISITS =
      """
      import io.drey.operators.event.*;
      import io.drey.operators.stateful.*;
      import java.util.*;

      public class Visits implements StatefulFunction<String, Event, Visits.State, Event> {
        public record Visit(String page%s) {}

        public static class State {
          public int count;
          public List<Visit> visits = new ArrayList<>();
          public Set<String> pages = new HashSet<>();
          public Map<String, Visit> last = new HashMap<>();
          %s
        }

        public State onEvent(Event event, State state, Context<String, Event> ctx) {
          String page = event.text(FieldPath.of("page"));
          Visit visit = new Visit(page%s);
          state.count++;
          state.visits.add(visit);
          state.pages.add(page);
          state.last.put(page, visit);
          ctx.emit(event.with("seen", %s));
          return state;
        }
      }
      """;

  @Test
  void goesOnWithTheStateOfAnOlderJar() throws Exception {
    String old = VISITS.formatted("", "public String gone = \"x\";", "", "state.count");
    String young =
        VISITS.formatted(
            ", int seconds",
            "public String added = \"new\";",
            ", 5",
            "state.count + \" \" + state.visits + new TreeSet<>(state.pages) + state.last.get(\"a\")"
                + " + state.added");
    String pipeline =
        pipeline("{class: , key: user}", "")
            .replace(TestingFunctions.class.getName() + "$", "Visits");
    runs.write("in/1.jsonl", List.of("{\"ts\":1,\"user\":1,\"page\":\"a\"}"));
    String savepoint = runs.with(TestingJar.of(directory, "Visits", old)).keepOpen(pipeline);
    assertThat(runs.read("out")).containsExactly("{\"ts\":1,\"user\":1,\"page\":\"a\",\"seen\":1}");
    runs.write("in/2.jsonl", List.of("{\"ts\":2,\"user\":1,\"page\":\"b\"}"));

    runs.with(TestingJar.of(directory, "Visits", young)).continueFrom(savepoint, pipeline);

    assertThat(runs.read("out"))
        .contains(
            "{\"ts\":2,\"user\":1,\"page\":\"b\",\"seen\":\"2 [Visit[page=a, seconds=0],"
                + " Visit[page=b, seconds=5]][a, b]Visit[page=a, seconds=0]new\"}");
  }

  @Test
  void refusesTheStateOfAClassWhoseFieldHasChangedItsType() throws Exception {
    String pipeline =
        pipeline("{class: , key: user}", "")
            .replace(TestingFunctions.class.getName() + "$", "Visits");
    String old = VISITS.formatted("", "public int more;", "", "state.count");
    String young = VISITS.formatted("", "public String more;", "", "state.count");
    runs.write("in/1.jsonl", List.of("{\"ts\":1,\"user\":1,\"page\":\"a\"}"));
    String savepoint = runs.with(TestingJar.of(directory, "Visits", old)).keepOpen(pipeline);

    RunReport report =
        runs.with(TestingJar.of(directory, "Visits", young))
            .execute(pipeline, RunOptions.PLAIN.from(savepoint));

    assertThat(report.failure())
        .isInstanceOf(IncompatibleStateException.class)
        .hasMessageStartingWith(
            "Cannot restore from '"
                + savepoint
                + "': the type of a state has changed: Can not set java.lang.String field"
                + " Visits$State.more to java.lang.Integer");
  }
}
