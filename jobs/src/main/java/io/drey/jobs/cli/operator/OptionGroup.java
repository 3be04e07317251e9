// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.operator;

import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.UsageException;
import io.drey.jobs.option.Argument;
import io.drey.jobs.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The options of a record of a pipeline file, as options of a command. */
final class OptionGroup {
  /** No options. */
  static final OptionGroup NONE = new OptionGroup();

  /** Options that are given often, and the letters for them. */
  private static final Map<String, String> LETTERS =
      Map.of(
          "--key", "-k, ",
          "--time", "-t, ",
          "--fields", "-f, ",
          "--input-format", "-i, ",
          "--output-format", "-o, ");

  private final List<Given> all = new ArrayList<>();

  /**
   * An option.
   *
   * @param name as in the command line
   * @param value what is given; null if it is not
   */
  private record Given(String name, Argument argument, Supplier<@Nullable String> value) {
    String yaml(String text) {
      String yaml = argument.form().yaml(text);
      String problem = YamlText.problem(yaml);
      if (problem != null) {
        throw new UsageException(name + ": " + problem);
      }
      return yaml;
    }
  }

  /** Declares the options of a record. */
  static OptionGroup of(Class<? extends Record> record, Options options) {
    return of(record, "--", Set.of(), options);
  }

  /**
   * Declares the options of a record.
   *
   * @param prefix what their names begin with
   * @param without the keys of those that are left out
   */
  static OptionGroup of(
      Class<? extends Record> record, String prefix, Set<String> without, Options options) {
    OptionGroup group = new OptionGroup();
    Argument.of(record).stream()
        .filter(argument -> !without.contains(argument.key()))
        .forEach(argument -> group.add(prefix + argument.key(), argument, options));
    return group;
  }

  private void add(String name, Argument argument, Options options) {
    String names = LETTERS.getOrDefault(name, "") + name;
    all.add(new Given(name, argument, declared(names, argument, options)));
  }

  private static Supplier<@Nullable String> declared(
      String names, Argument argument, Options options) {
    if (argument.form().isFlag()) {
      var flag = options.flag(names, argument.doc());
      return () -> flag.isGiven() ? "true" : null;
    }
    String label = argument.label();
    String meaning = argument.doc().replace("$", "$$");
    String doc =
        argument.byDefault().isEmpty()
            ? meaning
            : meaning + " (default: " + argument.byDefault() + ")";
    return options.value(names, label, String.class, doc)::get;
  }

  /** Whether any is given. */
  boolean isAnyGiven() {
    return all.stream().anyMatch(given -> given.value.get() != null);
  }

  /** Adds those that are given. */
  void addTo(PipelineText text, String indentation) {
    for (Given given : all) {
      String value = given.value.get();
      if (value != null) {
        text.add(indentation + given.argument.key(), given.yaml(value), given.name);
      } else if (given.argument.isRequired()) {
        throw new UsageException(
            "Missing required option: '" + given.name + "=" + given.argument.label() + "'");
      }
    }
  }
}
