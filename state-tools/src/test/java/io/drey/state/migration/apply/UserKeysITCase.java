// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.sample.JobClassPath;
import io.drey.state.sample.OneState;
import io.drey.state.sample.OneState.Kind;
import io.drey.state.sample.Rows;
import io.drey.state.sample.TestingCluster;
import io.drey.state.sample.Visit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of a class of the job's, whose hash only that class knows. */
class UserKeysITCase {
  private static final int KEYS = 3;
  private static final int MAX_PARALLELISM = 40;

  private final Path directory;
  private final Path target;

  UserKeysITCase(@TempDir Path directory) {
    this.directory = directory;
    this.target = directory.resolve("migrated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hashmap", "rocksdb"})
  void changesKeysSoThatAJobFindsThem(String backend) throws Exception {
    migrate("{keys: {transform: {class: io.drey.state.sample.Transforms$Moved}}}");

    List<String> after =
        run(
            Migration.restoring(target, backend, MAX_PARALLELISM),
            number -> {
              Visit visit = Visit.of(number);
              return new Visit("/moved" + visit.page(), visit.at(), visit.score(), visit.price());
            });

    assertThat(after)
        .hasSize(KEYS)
        .allMatch(row -> row.contains("\"page\":\"/moved/"))
        .allMatch(row -> row.matches(".*\"value\":\\[\"(v\\d)\",\"\\1\"]}"));
  }

  @Test
  void keepsOneOfTheKeysThatBecomeOne() throws Exception {
    migrate(
        "{keys: {transform: {class: io.drey.state.sample.Transforms$Merged}, on-collision: first}}");

    assertThat(Rows.keyed(target, "one-state"))
        .singleElement()
        .asString()
        .contains("\"page\":\"/0\"");
  }

  @Test
  void namesTheKeyForWhichTheUsersCodeFails() {
    assertThatThrownBy(
            () -> migrate("{keys: {transform: {class: io.drey.state.sample.Transforms$Unkeyed}}}"))
        .isInstanceOf(RefusedException.class)
        .hasMessageMatching(
            "Cannot change operator 'one-state': key .*page=/\\d.*:"
                + " io.drey.state.sample.Transforms\\$Unkeyed failed:"
                + " java.lang.IllegalStateException: no key at Transforms.java:\\d+");
    assertThat(target).doesNotExist();
  }

  private void migrate(String change) throws Exception {
    Map<String, String> settings =
        Map.of(
            "state.backend.type", "rocksdb",
            "parallelism.default", "1",
            "pipeline.max-parallelism", "8");
    Path savepoint = savepoint(settings, Visit::of);
    String plan =
        "version: 1\nmax-parallelism: %d\noperators:\n  one-state: %s\n"
            .formatted(MAX_PARALLELISM, change);
    JobClassPath.within(() -> Migration.migrate(savepoint, plan, target));
  }

  private List<String> run(Map<String, String> settings, KeySelector<Long, Visit> key)
      throws Exception {
    return Rows.keyed(savepoint(settings, key), "one-state");
  }

  private Path savepoint(Map<String, String> settings, KeySelector<Long, Visit> key)
      throws Exception {
    return TestingCluster.savepoint(
        settings,
        environment ->
            new OneState<>(Kind.LIST, StringSerializer.INSTANCE, number -> "v" + number)
                .build(environment, key, TypeInformation.of(Visit.class)),
        SavepointFormatType.NATIVE,
        directory);
  }
}
