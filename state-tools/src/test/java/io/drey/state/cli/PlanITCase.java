// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.PipelineRun;
import io.drey.state.sample.Versions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command says, beside what Flink then does. */
class PlanITCase {
  private static final String PIPELINE =
      """
      version: 1
      name: shop
      sources:
        events: {type: file, path: "${var:DIR}/events.jsonl", time: processing}
      steps:
        - {id: first, deduplicate: {key: k, ttl: 1h}}
        - {id: numbered, from: events, sequence: {key: k}}
        - {id: own, from: events, stateful: {class: Seen, key: k}}
      sinks:
        out: {type: discard, from: [first, numbered, own]}
      """;

  private static final String FUNCTION =
      """
      import io.drey.operators.event.Event;
      import io.drey.operators.stateful.Context;
      import io.drey.operators.stateful.StatefulFunction;

      public class Seen implements StatefulFunction<String, Event, Seen.State, Event> {
        public static class State { FIELDS }

        public State onEvent(Event event, State state, Context<String, Event> context) {
          return state;
        }
      }
      """;

  private static Path directory;
  private static PipelineRun run;
  private static Path base;
  private static Path seen;
  private static String savepoint;

  private final TestingDrey drey = new TestingDrey();

  @BeforeAll
  static void takeSavepoint(@TempDir Path temporary) throws Exception {
    directory = temporary;
    run = new PipelineRun(directory);
    base = run.file("base.yaml", PIPELINE);
    seen = version("public long n;");
    savepoint = run.savepoint(base, seen);
  }

  @Test
  void keepsNewMigratedAndOrphanedStatesWithWhichItStarts() throws Exception {
    String changed =
        PIPELINE
                .replace("key: k, ttl: 1h", "key: k")
                .replace("sequence: {key: k}", "rate-limit: {key: k, limit: 1}")
                .replace("class: Seen, key: k", "class: Seen, key: k, ttl: 1h")
                .replace("sinks:", "  - {id: counted, count: {key: k}}\nsinks:")
            + "settings: {parallelism: 2}\n";
    Path pipeline = run.file("changed.yaml", changed);
    Path newer = version("public long n; public String last;");

    int exit = plan(pipeline, newer);

    assertThat(changes())
        .containsExactly(
            "first,seen-at,migrated,state: TTL was disabled,",
            "numbered,last-number,orphaned,\"carried for ever, never read (39 bytes)\",in a migration"
                + " plan: operators: {numbered: {states: {last-number: drop}}}",
            "numbered,count,new,,",
            "own,value,migrated,value: field 'last' was added; state: TTL was enabled (as if"
                + " every value was written at the restart),",
            "counted-key,,new,,",
            "counted,,new,,",
            "counted,last-number,new,,");
    assertThat(drey.err().lines().filter(line -> !line.contains(": Warning: ")))
        .containsExactly(
            "drey: warning: 'last-number' of 'numbered' is orphaned",
            "drey: " + pipeline + ": Would start: 19 kept, 4 new, 2 migrated, 1 orphaned");
    assertThat(exit).isZero();
    assertThat(plan(pipeline, newer, "--strict")).isEqualTo(5);
    assertThat(run.failureFrom(savepoint, pipeline, newer)).isNull();
  }

  @Test
  void findsARenamedStep() throws Exception {
    Path pipeline = run.file("renamed.yaml", PIPELINE.replace("first", "once"));

    int exit = plan(pipeline, seen);

    assertThat(changes())
        .containsExactly(
            "once-key,,new,,",
            "once,,new,probably 'first' under another name,",
            "once,seen-at,new,,",
            "first,,probably renamed,'once' is new and has the same states (BYTES),in a migration"
                + " plan: operators: {first: {rename-to: once}}",
            "first-key,,gone,it has no state,");
    assertThat(exit).isEqualTo(5);
    assertThat(run.failureFrom(savepoint, pipeline, seen))
        .hasMessageContaining("no step restores the state of");
  }

  @Test
  void findsADroppedStep() throws Exception {
    String text = PIPELINE.replaceAll("  - .id: numbered.*\n", "").replace("numbered, own", "own");
    Path pipeline = run.file("dropped.yaml", text);

    int exit = plan(pipeline, seen);

    assertThat(changes())
        .containsExactly(
            "numbered,,gone,no operator restores its state (BYTES),\"in a migration plan:"
                + " operators: {numbered: drop}, or --allow-non-restored-state, which lose it\"",
            "numbered-key,,gone,it has no state,");
    assertThat(exit).isEqualTo(5);
    assertThat(run.failureFrom(savepoint, pipeline, seen))
        .hasMessageContaining("no step restores the state of");
  }

  @Test
  void findsAChangedKeyBeforeTheJobStarts() throws Exception {
    Path pipeline = run.file("key.yaml", PIPELINE.replace("{key: k, ttl", "{key: [k, n], ttl"));
    String verdict =
        "first,definition,incompatible,\"key: [\"\"k\"\"] became [\"\"k\"\",\"\"n\"\"]: its state would"
            + " not be found, or misread\",\"undo that, give the step another id, or"
            + " --allow-changed-key first\"";

    assertThat(plan(pipeline, seen)).isEqualTo(5);
    assertThat(changes()).containsExactly(verdict);
    assertThat(against(pipeline)).isEqualTo(5);
    assertThat(against(pipeline, "--allow-changed-key", "first")).isZero();
    assertThat(against(pipeline, "--allow-changed-key", "last")).isEqualTo(2);
    assertThat(drey.err())
        .contains(
            "must be the id of a step with state but was 'last' (known: first, numbered, own)");
    drey.clear();
    assertThat(from(pipeline)).isEqualTo(5);
    assertThat(drey.err())
        .contains("key: [\"k\"] became [\"k\",\"n\"]")
        .contains("Would not start: 1 incompatible");
    assertThat(from(pipeline, "--allow-changed-key", "first")).isZero();
  }

  private int against(Path pipeline, String... more) {
    return drey("validate", pipeline, more, "--against", savepoint);
  }

  private int from(Path pipeline, String... more) {
    return drey("run", pipeline, more, "--from-savepoint", savepoint);
  }

  private int drey(String command, Path pipeline, String[] more, String... rest) {
    List<String> arguments = new ArrayList<>(List.of(command, pipeline.toString()));
    arguments.addAll(List.of("--jar", seen.toString(), "--set", "DIR=" + directory));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of(rest));
    return drey.run(arguments.toArray(String[]::new));
  }

  @Test
  void findsALowerMaxParallelism() throws Exception {
    Path pipeline = run.file("max.yaml", PIPELINE + "settings: {max-parallelism: 64}\n");

    int exit = plan(pipeline, seen);

    assertThat(changes())
        .hasSize(4)
        .contains(
            "first,,incompatible,max parallelism 128 became 64,\"set max-parallelism: 128, or in a"
                + " migration plan: max-parallelism: 64\"");
    assertThat(exit).isEqualTo(5);
    assertThat(run.failureFrom(savepoint, pipeline, seen))
        .hasStackTraceContaining("Max parallelism mismatch");
  }

  @Test
  void findsAChangedType() throws Exception {
    Path newer = version("public double n;");

    int exit = plan(base, newer);

    assertThat(changes())
        .containsExactly(
            "own,value,incompatible,value.n: Long became Double,in a migration plan: operators:"
                + " {own: {states: {value: {cast-field: {n: Double}}}}}");
    assertThat(exit).isEqualTo(5);
    assertThat(run.failureFrom(savepoint, base, newer))
        .hasMessageContaining("the type of a state has changed");
  }

  @Test
  void findsASourceThatReadsSomethingElse() throws Exception {
    String generated = "{type: generate, count: 1, fields: {k: 'choice(a:1)'}, time: processing}";
    Path pipeline = run.file("other.yaml", PIPELINE.replaceAll("\\{type: file.*}", generated));

    int exit = plan(pipeline, seen);

    assertThat(changes())
        .containsExactly(
            "events,,incompatible,it read files and now reads what is neither files nor topics,"
                + "\"in a migration plan: operators: {events: drop}, which loses where it stands\"");
    assertThat(exit).isEqualTo(5);
  }

  @Test
  void findsStateOfAnOperatorThatIsNoLongerKeyed() throws Exception {
    String text = PIPELINE.replace("deduplicate: {key: k, ttl: 1h}", "filter: event.n > 0");
    Path pipeline = run.file("unkeyed.yaml", text);

    int exit = plan(pipeline, seen);

    assertThat(changes())
        .containsExactly(
            // behind a source with one reader, what has no state has one subtask for ever
            "first,,incompatible,max parallelism 128 became 1,\"set max-parallelism: 128, or in a"
                + " migration plan: max-parallelism: 1\"",
            "first,_timer_state/event_user-timers,gone,it is empty,",
            "first,_timer_state/processing_user-timers,gone,it is empty,",
            "first,definition,orphaned,\"carried for ever, never read (82 bytes)\",in a migration plan:"
                + " operators: {first: {states: {definition: drop}}}",
            "first,seen-at,lost,the operator is no longer keyed: Flink drops the state (63 bytes),"
                + "in a migration plan: operators: {first: {states: {seen-at: drop}}}",
            "first-key,,gone,it has no state,");
    assertThat(exit).isEqualTo(5);
    assertThat(run.failureFrom(savepoint, pipeline, seen))
        .hasStackTraceContaining("Max parallelism mismatch");
  }

  private static Path version(String fields) throws Exception {
    Map<String, String> sources = Map.of("Seen", FUNCTION.replace("FIELDS", fields));
    return Versions.jar(Versions.compile(directory, sources));
  }

  private int plan(Path pipeline, Path jar, String... more) {
    List<String> arguments = new ArrayList<>(List.of("state", "plan", savepoint, "-o", "csv"));
    arguments.addAll(List.of(pipeline.toString(), "--jar", jar.toString()));
    arguments.addAll(List.of("--set", "DIR=" + directory));
    arguments.addAll(List.of(more));
    return drey.run(arguments.toArray(String[]::new));
  }

  /** All rows but those of what is kept. */
  private List<String> changes() {
    List<String> rows = new ArrayList<>(drey.out().lines().toList());
    assertThat(rows.remove(0)).isEqualTo("operator,state,verdict,what,do");
    return rows.stream()
        .filter(row -> !row.contains(",kept,"))
        .map(
            row ->
                row.replaceAll("(restores its state|same states) \\(\\d+ bytes\\)", "$1 (BYTES)"))
        .toList();
  }
}
