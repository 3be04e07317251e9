// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.yaml.Problem;
import io.drey.state.migration.ClassTransform;
import io.drey.state.migration.MigrationPlan;
import io.drey.state.migration.StateChange;
import io.drey.state.sample.JobClassPath;
import io.drey.state.sample.Versions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransformClassesTest {
  @Test
  void readsClasses() throws Exception {
    String plan =
        """
        version: 1
        operators:
          dedup:
            states:
              a: {transform: {class: io.drey.state.sample.Transforms$Cut}, ttl: disable}
        """;

    LoadedPlan loaded = JobClassPath.within(() -> MigrationFile.parse("plan.yaml", plan));

    MigrationPlan found = Objects.requireNonNull(loaded.plan(), loaded.problems()::toString);
    StateChange state = found.operators().get(0).states().get(0);
    ClassTransform values = (ClassTransform) Objects.requireNonNull(state.values());
    assertThat(values.transform()).hasToString("io.drey.state.sample.Transforms$Cut");
  }

  @Test
  void reportsClassesThatAreNoTransforms(@TempDir Path directory) throws Exception {
    String plan =
        """
        version: 1
        operators:
          dedup:
            states:
              a: {transform: {class: Negatd}, type: Long}
              b: {transform: {class: io.drey.state.sample.Transforms}, kind: list}
              c: {transform: {clas: Negated}}
              d: {transform: {class: Hidden}, drop-field: [a]}
              e: {transform: {class: java.lang.String}}
              f: {transform: {}}
              g: {transform: {class: Failing}}
            keys: {transform: {class: Negated}}
        """;
    String source =
        """
        public class %s implements io.drey.state.transform.ValueTransform<Long, Long, Long> {
          %s %s() {}

          public Long transform(io.drey.state.transform.StateEntry<Long> entry, Long value) {
            return -value;
          }
        }
        """;
    Path jar =
        Versions.jar(
            Versions.compile(
                directory,
                Map.of(
                    "Negated", source.formatted("Negated", "public", "Negated"),
                    "Hidden", source.formatted("Hidden", "private", "Hidden"))));

    List<String> problems = JobClassPath.within(() -> problems(plan), jar.toUri().toURL());

    assertThat(problems)
        .containsExactly(
            "plan.yaml:5:30: operators.dedup.states.a.transform: Unknown class 'Negatd' (did you"
                + " mean 'Negated'? looked in: classes.jar, test-classes)",
            "plan.yaml:5:39: operators.dedup.states.a: Cannot take type and a class: that says its"
                + " type itself",
            "plan.yaml:6:30: operators.dedup.states.b.transform: Invalid class: must be a"
                + " ValueTransform but was 'io.drey.state.sample.Transforms'",
            "plan.yaml:6:64: operators.dedup.states.b: Cannot take kind and a class: it gives single"
                + " values",
            "plan.yaml:7:22: operators.dedup.states.c.transform: Missing key 'class'",
            "plan.yaml:7:23: operators.dedup.states.c.transform: Unknown key 'clas' (did you mean"
                + " 'class'? known: class)",
            "plan.yaml:8:30: operators.dedup.states.d.transform: Invalid class: must be public, not"
                + " abstract, and have a public constructor without parameters but was 'Hidden'",
            "plan.yaml:8:39: operators.dedup.states.d: Cannot take drop-field and transform: that"
                + " gives the whole value",
            "plan.yaml:9:30: operators.dedup.states.e.transform: Invalid class: must be a"
                + " ValueTransform but was 'java.lang.String'",
            "plan.yaml:10:22: operators.dedup.states.f: Invalid transform: must be a mapping but was"
                + " {}",
            "plan.yaml:11:30: operators.dedup.states.g.transform: Unknown class 'Failing' (looked"
                + " in: classes.jar, test-classes)",
            "plan.yaml:12:31: operators.dedup.keys.transform: Invalid class: must be a KeyTransform"
                + " but was 'Negated'");
  }

  @Test
  void saysThatClassesNeedAJar() {
    assertThat(
            problems(
                """
                version: 1
                operators:
                  dedup: {states: {a: {transform: {class: com.acme.Negated}}}}
                """))
        .containsExactly(
            "plan.yaml:3:43: operators.dedup.states.a.transform: Unknown class 'com.acme.Negated'"
                + " (no --jar was given)");
  }

  private static List<String> problems(String text) {
    LoadedPlan loaded = MigrationFile.parse("plan.yaml", text);
    assertThat(loaded.plan()).isNull();
    return loaded.problems().stream().map(Problem::toString).toList();
  }
}
