// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.sample.ExpectedRows;
import io.drey.state.sample.JobClassPath;
import io.drey.state.sample.KryoStates;
import io.drey.state.sample.OneState;
import io.drey.state.sample.OneState.Kind;
import io.drey.state.sample.PipelineRun;
import io.drey.state.sample.Rows;
import io.drey.state.sample.SampleJob;
import io.drey.state.sample.Snapshots;
import io.drey.state.sample.TaggedSerializer;
import io.drey.state.sample.TestingCluster;
import io.drey.state.sample.Versions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UserTransformsITCase {
  private final Path directory;
  private final Path target;

  UserTransformsITCase(@TempDir Path directory) {
    this.directory = directory;
    this.target = directory.resolve("migrated");
  }

  @ParameterizedTest
  @EnumSource
  void changesStatesOfEveryFormat(Snapshots snapshot) throws Exception {
    String plan =
        """
        version: 1
        operators:
          many-states:
            states:
              account: {transform: {class: io.drey.state.sample.Transforms$Shown}}
              names: {transform: {class: io.drey.state.sample.Transforms$Cut}}
              counts: {rename-to: doubled, transform: {class: io.drey.state.sample.Transforms$Doubled}}
              fresh: {transform: {class: io.drey.state.sample.Transforms$Timed}}
              fresh-map:
                keep-if: key == 'key-7'
                transform: {class: io.drey.state.sample.Transforms$Cut}
                ttl: disable
              last: {transform: {class: io.drey.state.sample.Transforms$Hidden}}
          subtask-states:
            states:
              names: {transform: {class: io.drey.state.sample.Transforms$Cut}}
              rules: {transform: {class: io.drey.state.sample.Transforms$Owned}}
        """;

    migrate(snapshot.path(), plan);

    assertThat(rows("many-states"))
        .containsExactlyInAnyOrderElementsOf(
            ExpectedRows.ofManyStates().stream().flatMap(UserTransformsITCase::changed).toList());
    assertThat(Rows.timed(target, "many-states"))
        .filteredOn(row -> row.contains("\"fresh\""))
        .hasSize(SampleJob.KEYS)
        .allMatch(UserTransformsITCase::tellsItsTime);
    assertThat(Rows.operator(target, "subtask-states"))
        .containsExactlyInAnyOrderElementsOf(
            ExpectedRows.ofSubtaskStates(snapshot).stream()
                .filter(row -> !row.contains(":\"a0\"}"))
                .map(UserTransformsITCase::changedOfSubtask)
                .toList());
  }

  /** What becomes of a row of the many states, if anything does. */
  private static Stream<String> changed(String row) {
    String state = row.replaceAll(".*\"state\":\"([^\"]*)\".*", "$1");
    int i = Integer.parseInt(row.replaceAll(".*\"key\":\"key-(\\d+)\".*", "$1"));
    boolean isRemoved =
        switch (state) {
          case "account" -> i % 3 == 0;
          case "counts" -> row.contains("\"all\"");
          case "fresh-map" -> i != 7;
          default -> false;
        };
    String changed =
        switch (state) {
          case "account" ->
              row.replaceAll("\"value\":.*", "\"value\":\"key-" + i + " in " + i + "\"}");
          case "names" -> row.replaceAll("\\[.*]", "[\"" + i + "\"]");
          case "counts" ->
              row.replace("\"counts\"", "\"doubled\"").replace(":" + i + "}", ":" + 2 * i + "}");
          case "fresh-map" -> row.replaceAll("\"m\".*", "\"\"}");
          case "fresh" -> row.replaceAll("\"f\\d+\"", "\"f" + i + " T\"");
          case "last" ->
              row.replaceAll(
                  "\"value\":.*", "\"value\":{\"text\":\"hidden\",\"number\":" + i + "}}");
          default -> row;
        };
    return isRemoved ? Stream.of() : Stream.of(changed);
  }

  private static boolean tellsItsTime(String row) {
    String millis = row.replaceAll(".*\"f\\d+ (\\d+)\".*", "$1");
    String access = Instant.ofEpochMilli(Long.parseLong(millis)).toString();
    return row.contains("\"last_access\":\"" + access.replace("Z", ""));
  }

  private static String changedOfSubtask(String row) {
    String rule = row.replaceAll(".*\"map_key\":\"([^\"]*)\".*", "$1");
    return row.replaceAll(":\"[ab](\\d)\"}", ":\"$1\"}")
        .replaceAll("\"owner\":\"[^\"]*\"", "\"owner\":\"subtask-states/rules/" + rule + "\"");
  }

  @ParameterizedTest
  @CsvSource({"hashmap, NATIVE", "rocksdb, NATIVE", "rocksdb, CANONICAL"})
  void changesWhatKryoWrote(String backend, SavepointFormatType format) throws Exception {
    Path savepoint = savepoint(backend, format, KryoStates::build);
    String plan =
        """
        version: 1
        operators:
          of-texts:
            states:
              secret: {transform: {class: io.drey.state.sample.Transforms$Resealed}}
              secrets: {transform: {class: io.drey.state.sample.Transforms$Resealed}}
              named: {transform: {class: io.drey.state.sample.Transforms$Resealed}}
              any: {transform: {class: io.drey.state.sample.Transforms$Opened}}
        """;

    migrate(savepoint, plan);

    List<String> rows = rows("of-texts");
    assertThat(rows)
        .contains(
            ofKryo("secret", "'value':{'text':'sNUMBER!','number':0}"),
            ofKryo("secrets", "'value':[{'text':'lNUMBER!','number':0}]"),
            ofKryo("named", "'map_key':'null','value':null"),
            ofKryo("named", "'map_key':'some','value':{'text':'mNUMBER!','number':0}"),
            ofKryo("any", "'value':'key-2a'"))
        .filteredOn(row -> row.contains("\"any\""))
        .hasSize(KryoStates.KEYS / 2);
    assertThat(Rows.keyed(target, "of-longs"))
        .containsExactlyInAnyOrderElementsOf(Rows.keyed(savepoint, "of-longs"));
  }

  private static String ofKryo(String state, String rest) {
    return "{'operator':'of-texts','state':'%s','key':'key-2',%s}"
        .formatted(state, rest)
        .replace("NUMBER", String.valueOf(KryoStates.FIRST + 2))
        .replace('\'', '"');
  }

  @ParameterizedTest
  @EnumSource
  void changesWhatASerializerOfTheJobsOwnWrote(Kind kind) throws Exception {
    TaggedSerializer<String> serializer = new TaggedSerializer<>("tag", StringSerializer.INSTANCE);
    Path savepoint =
        savepoint(
            "rocksdb",
            SavepointFormatType.NATIVE,
            environment ->
                new OneState<>(kind, serializer, number -> "v" + number)
                    .build(environment, number -> "k" + number % 2, Types.STRING));
    String plan =
        """
        version: 1
        operators:
          one-state:
            states:
              kept: {transform: {class: io.drey.state.sample.Transforms$Cut}}
        """;

    migrate(savepoint, plan);

    String value = kind == Kind.LIST ? "\"value\":[\"0\",\"2\"]" : "\"value\":\"0\"";
    assertThat(rows("one-state"))
        .anyMatch(row -> row.contains("\"key\":\"k0\"") && row.contains(value));
    assertThat(Rows.keyed(target, "one-state")).allMatch(row -> row.contains("\"error\""));
  }

  @Test
  void namesTheEntryForWhichTheUsersCodeFails() {
    assertThatThrownBy(() -> changeLast("Failing"))
        .isInstanceOf(RefusedException.class)
        .hasMessageMatching(
            "Cannot change operator 'many-states': operator 'many-states', state 'last', key 'key-7':"
                + " io.drey.state.sample.Transforms\\$Failing failed: java.lang.ArithmeticException:"
                + " / by zero at Transforms.java:\\d+");
    assertThat(target).doesNotExist();
  }

  @Test
  void namesTheEntryWhoseNewValueIsNotOfTheType() {
    assertThatThrownBy(() -> changeLast("Mistyped"))
        .isInstanceOf(RefusedException.class)
        .hasMessageMatching(
            "Cannot change operator 'many-states': operator 'many-states', state 'last', key 'key-\\d+':"
                + " a java.lang.String of io.drey.state.sample.Transforms\\$Mistyped cannot be"
                + " written as Long: java.lang.ClassCastException: .*");
  }

  @Test
  void saysThatAStateHasNoMapKeys() {
    assertThatThrownBy(() -> changeLast("Doubled"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(
            "Transforms$Doubled failed: java.lang.IllegalStateException: the state has no map key"
                + " at Transforms.java:");
  }

  /** Its field would be lost. */
  @Test
  void refusesClassesThatLackAField() throws Exception {
    Path classes =
        Versions.compile(
            directory,
            Map.of(
                "Account",
                """
                package io.drey.state.sample;

                public class Account {
                  public String owner;

                  public enum Kind { BASIC, PREMIUM }

                  public static class Address { public String city; public int zip; }
                }
                """));
    String plan =
        """
        version: 1
        operators:
          many-states:
            states:
              account: {transform: {class: io.drey.state.sample.Transforms$Owned}}
        """;

    assertThatThrownBy(
            () ->
                JobClassPath.within(
                    () -> Migration.migrate(Snapshots.CANONICAL_OF_HASHMAP.path(), plan, target),
                    classes.toUri().toURL()))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith(
            "Cannot change operator 'many-states': the values of state 'account' cannot be objects:"
                + " the classes of --jar lack fields of Account{address: Address{")
        .hasMessageEndingWith(", which would be lost (its type() can say that they go)");
  }

  @Test
  void saysWhichClassIsInNoJar() throws Exception {
    Map<String, String> job =
        Map.of(
            "Visits",
            """
            import io.drey.operators.event.Event;
            import io.drey.operators.stateful.*;

            public class Visits implements StatefulFunction<String, Event, Visits.Seen, Event> {
              public static class Seen {
                public long count;
              }

              public Seen onEvent(Event event, Seen seen, Context<String, Event> ctx) {
                seen.count++;
                return seen;
              }
            }
            """);
    Map<String, String> kept =
        Map.of(
            "Kept",
            """
            import io.drey.state.transform.*;

            public class Kept implements ValueTransform<Object, Object, Object> {
              public Object transform(StateEntry<Object> entry, Object value) {
                return value;
              }
            }
            """);
    PipelineRun run = new PipelineRun(directory);
    Path pipeline =
        run.file(
            "visits.yaml",
            """
            version: 1
            name: visits
            sources: {in: {type: file, path: "${var:DIR}/events.jsonl", time: processing}}
            steps: [{id: visits, stateful: {class: Visits, key: k}}]
            sinks: {out: {type: file, path: "${var:DIR}/out.jsonl", mode: overwrite}}
            """);
    String savepoint = run.savepoint(pipeline, Versions.jar(Versions.compile(directory, job)));
    String plan =
        "version: 1\noperators: {visits: {states: {value: {transform: {class: Kept}}}}}\n";

    assertThatThrownBy(
            () ->
                JobClassPath.within(
                    () -> Migration.migrate(Path.of(savepoint), plan, target),
                    Versions.compile(directory, kept).toUri().toURL()))
        .isInstanceOf(RefusedException.class)
        .hasMessage(
            "Cannot change operator 'visits': the values of state 'value' cannot be objects: Could"
                + " not find class 'Visits$Seen' in classpath. (--jar gives the job's classes)");
    assertThat(target).doesNotExist();
  }

  private void changeLast(String transform) throws Exception {
    String plan =
        """
        version: 1
        operators:
          many-states:
            states:
              last: {transform: {class: io.drey.state.sample.Transforms$NAME}}
        """
            .replace("NAME", transform);
    migrate(Snapshots.CANONICAL_OF_HASHMAP.path(), plan);
  }

  private Path savepoint(
      String backend, SavepointFormatType format, Consumer<StreamExecutionEnvironment> job)
      throws Exception {
    Map<String, String> settings =
        Map.of(
            "state.backend.type", backend,
            "parallelism.default", "1",
            "pipeline.max-parallelism", "4");
    return TestingCluster.savepoint(settings, job, format, directory);
  }

  private void migrate(Path savepoint, String plan) throws Exception {
    JobClassPath.within(() -> Migration.migrate(savepoint, plan, target));
  }

  /** The rows of an operator of what was written, read with the job's classes. */
  private List<String> rows(String operator) throws Exception {
    return JobClassPath.within(
        () ->
            Rows.keyed(target, operator).stream()
                .map(row -> row.replaceAll("(\"f\\d+) \\d+\"", "$1 T\""))
                .toList());
  }
}
