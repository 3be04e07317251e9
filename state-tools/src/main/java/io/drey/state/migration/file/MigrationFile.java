// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.file;

import io.drey.jobs.yaml.ExternalValues;
import io.drey.jobs.yaml.Problems;
import io.drey.jobs.yaml.Secrets;
import io.drey.jobs.yaml.YamlReader;
import io.drey.jobs.yaml.YamlValue;
import io.drey.state.migration.MigrationPlan;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and checks migration plans. The content of a file never makes it throw. */
public final class MigrationFile {
  private MigrationFile() {}

  /** Reads a file, with the environment of this process. */
  public static LoadedPlan load(Path file) {
    return load(file.toString(), reader -> reader.read(file));
  }

  /**
   * Reads a text.
   *
   * @param label the name of the text in problems
   */
  public static LoadedPlan parse(String label, String text) {
    return load(label, reader -> reader.read(text));
  }

  private static LoadedPlan load(String label, Function<YamlReader, @Nullable YamlValue> read) {
    Secrets secrets = new Secrets();
    Problems problems = new Problems(label, secrets);
    YamlReader reader = new YamlReader(ExternalValues.process(Map.of()), secrets, problems);
    YamlValue root = read.apply(reader);
    MigrationPlan plan = root == null ? null : new PlanReader(problems).read(root);
    return new LoadedPlan(problems.hasErrors() ? null : plan, problems.sorted());
  }
}
