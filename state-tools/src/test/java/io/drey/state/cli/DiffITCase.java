// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.cli.output.Terminal;
import io.drey.state.sample.ChangingJob;
import io.drey.state.sample.SampleJob;
import io.drey.state.sample.Snapshots;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiffITCase {
  private static final Path BEFORE = ChangingJob.BEFORE.path();
  private static final Path AFTER = ChangingJob.AFTER.path();

  private final TestingDrey drey = new TestingDrey();

  @ParameterizedTest
  @EnumSource
  void findsNoDifferenceBetweenBackendsFormatsAndParallelisms(Snapshots other) {
    for (String operator : List.of("many-states", "windows", "rule-numbers")) {
      int exit = diff(Snapshots.CANONICAL_OF_HASHMAP.path(), other.path(), "--operator", operator);

      assertThat(drey.out()).isEmpty();
      assertThat(exit).isZero();
    }
  }

  /** Each subtask of the job has elements of its own; broadcast state is one, and the same. */
  @ParameterizedTest
  @EnumSource
  void comparesTheElementsOfAllSubtasksAsOne(Snapshots other) {
    diff(Snapshots.CHECKPOINT_OF_HASHMAP.path(), other.path(), "--operator", "subtask-states");

    int missing = Snapshots.CHECKPOINT_OF_HASHMAP.parallelism() - other.parallelism();
    String line = "{'change':'changed','operator':'subtask-states','state':'%s',";
    String counts = "'added':0,'removed':%d,'changed':0,'equal':%d}\n";
    String expected =
        line.formatted("names")
            + counts.formatted(2 * missing, 2 * other.parallelism())
            + line.formatted("offsets")
            + counts.formatted(missing, other.parallelism());
    assertThat(drey.out()).isEqualTo(missing == 0 ? "" : quoted(expected));
  }

  @Test
  void saysHowManyEntriesOfWhichStatesDiffer() throws IOException {
    int exit = diff(BEFORE, AFTER);

    assertThat(drey.out()).isEqualTo(resource("counts.jsonl"));
    assertThat(drey.err()).isEmpty();
    assertThat(exit).isEqualTo(5);
  }

  @Test
  void printsTheEntriesThatDiffer() throws IOException {
    int exit = diff(BEFORE, AFTER, "--rows", "--operator", "changing-states");

    assertThat(drey.out()).isEqualTo(resource("rows.jsonl"));
    assertThat(drey.err()).isEmpty();
    assertThat(exit).isEqualTo(5);
  }

  @Test
  void printsNoMoreEntriesThanTheLimitButCountsThemAll() {
    diff(BEFORE, AFTER, "--rows", "--limit", "1", "--operator", "old-step", "-o", "json");

    String type = "'from':{'kind':'%s','key_type':'Long','value_type':'%s','ttl':false},";
    String none = "'added':0,'removed':0,'changed':0,'equal':0}";
    String all = "'added':0,'removed':10,'changed':0,'equal':0}";
    String start = "{'change':'removed','operator':'old-step','state':'%s',";
    assertThat(drey.out())
        .isEqualTo(
            quoted(
                "["
                    + (start.formatted("_timer_state/event_user-timers")
                        + type.formatted("timers", "Timer")
                        + none)
                    + (",\n " + start.formatted("_timer_state/processing_user-timers"))
                    + (type.formatted("timers", "Timer") + none)
                    + (",\n " + start.formatted("last") + "'key':0,'old':0}")
                    + (",\n " + start.formatted("last") + type.formatted("value", "Long") + all)
                    + (",\n {'change':'removed','operator':'old-step'," + all + "]\n")));
  }

  @Test
  void printsATableWithTotals() {
    int exit = diff(BEFORE, AFTER, "-o", "table", "--operator", "retyped-key");

    assertThat(drey.out().lines())
        .containsExactly(
            "operator     state                                change            added  removed "
                + " changed  equal  from            to",
            "retyped-key  _timer_state/event_user-timers       key type changed  0      0       "
                + " 0        0      key_type: Long  key_type: Int",
            "retyped-key  _timer_state/processing_user-timers  key type changed  0      0       "
                + " 0        0      key_type: Long  key_type: Int",
            "retyped-key  last                                 key type changed  10     10      "
                + " 0        0      key_type: Long  key_type: Int",
            "1 operator, 3 states: 10 entries added, 10 removed, 0 changed, 0 equal");
    assertThat(exit).isEqualTo(5);
  }

  @Test
  void printsEntriesAndChangesOfTypesAsCells() {
    diff(BEFORE, AFTER, "-o", "csv", "--rows", "--operator", "changing-states");

    assertThat(drey.out().lines())
        .startsWith(
            "change,operator,state,key,namespace,map_key,timestamp,old,new",
            "removed,changing-states,_timer_state/event_user-timers,0,,,2030-03-17T17:46:40.000Z,,")
        .contains(
            "changed,changing-states,counts,2,,all,,1,2",
            "changed type,changing-states,fresh,,,,,ttl: false,ttl: true",
            "added,changing-states,names,,,,,,c")
        .noneMatch(line -> line.startsWith("changed,changing-states,counts,,"));
  }

  @Test
  void saysThatNothingDiffers() {
    int exit = diff(BEFORE, BEFORE, "--operator", "old-step");

    assertThat(drey.out()).isEmpty();
    assertThat(drey.err()).isEqualTo("Nothing differs: 1 operator, 3 states, 10 entries\n");
    assertThat(exit).isZero();
  }

  @Test
  void comparesLastAccessesOnlyIfItIsToldTo() {
    Path one = Snapshots.CANONICAL_OF_HASHMAP.path();
    Path other = Snapshots.NATIVE_OF_ROCKSDB.path();

    int exit = diff(one, other, "--operator", "many-states", "--with-ttl", "--rows");

    assertThat(exit).isEqualTo(5);
    assertThat(drey.out().lines().filter(line -> !line.contains("equal")))
        .hasSize(3 * SampleJob.KEYS)
        .allMatch(
            line ->
                line.matches(
                    "\\{\"change\":\"changed\",\"operator\":\"many-states\","
                        + "\"state\":\"fresh.*\",\"key\":\"key-.*\",(\"map_key\":\\d+,)?\"old\":.*,"
                        + "\"old_last_access\":.*,\"new\":.*,\"new_last_access\":.*\\}"));
  }

  @Test
  void comparesWhatIsReadableOfADamagedSavepoint(@TempDir Path directory) throws IOException {
    Path whole = Snapshots.COMPRESSED_CANONICAL_OF_HASHMAP.path();
    Files.copy(whole.resolve("_metadata"), directory.resolve("_metadata"));

    int exit = diff(whole, directory, "--operator", "windows");

    assertThat(exit).isEqualTo(6);
    assertThat(drey.out()).contains("\"change\":\"removed\"");
    assertThat(drey.err()).startsWith("drey: Cannot read " + directory);
  }

  @Test
  void stopsWhereNobodyReadsOn() {
    ClosedWriter nobody = new ClosedWriter();
    Terminal closed =
        new Terminal(new PrintWriter(nobody), new PrintWriter(Writer.nullWriter()), false, false);
    String from = Snapshots.CANONICAL_OF_HASHMAP.path().toString();

    int exit =
        io.drey.jobs.cli.Main.execute(
            closed, Main.COMMANDS, "state", "diff", from, BEFORE.toString(), "--rows");

    assertThat(exit).isEqualTo(5);
    // of more than 600 entries
    assertThat(nobody.writes).isBetween(100, 150);
  }

  @Test
  void refusesWhatItCannotDo(@TempDir Path directory) {
    assertThat(diff(BEFORE, AFTER, "--limit", "5")).isEqualTo(2);
    assertThat(diff(BEFORE, AFTER, "--rows", "--limit", "-1")).isEqualTo(2);
    assertThat(diff(BEFORE, AFTER, "--tmp", directory + "/none")).isEqualTo(2);
    assertThat(diff(BEFORE, AFTER, "--operator", "step")).isEqualTo(2);

    String help = " (see drey state diff --help)";
    assertThat(drey.err().lines())
        .containsExactly(
            "drey: Invalid --limit: needs --rows but there is none" + help,
            "drey: Invalid --limit: must not be negative but was -1" + help,
            "drey: Invalid --tmp: must be a directory in which files can be created but was '"
                + directory
                + "/none'"
                + help,
            "drey: Unknown operator: 'step' (known: changing-states, new-step, none, numbers,"
                + " old-step, retyped-key, sink-of-changing-states, sink-of-new-step,"
                + " sink-of-old-step, sink-of-retyped-key)"
                + help);
  }

  private static String resource(String name) throws IOException {
    return Files.readString(Path.of("src/test/resources/diff", name));
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }

  private int diff(Path from, Path to, String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("state", "diff", from.toString(), to.toString()));
    arguments.addAll(List.of(options));
    return drey.run(arguments.toArray(new String[0]));
  }

  /** As a pipe whose reader has gone. */
  private static final class ClosedWriter extends Writer {
    private int writes;

    @Override
    public void write(char[] buffer, int from, int length) throws IOException {
      writes++;
      throw new IOException("Broken pipe");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
