// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.operator;

import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.UsageException;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.option.Argument;
import io.drey.jobs.yaml.YamlText;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What stands behind the options: the value of an operator that takes only one, then files.
 *
 * @param files the files
 * @param value adds the value to the text, below a line that ends with its key
 */
record Operands(Supplier<List<String>> files, BiConsumer<PipelineText, String> value) {
  private static final Pattern ASSIGNMENT =
      Pattern.compile("([\\w.@-]+)=(?!=)(.*)", Pattern.DOTALL);
  private static final String FILES =
      "files, directories or globs to read; - or none: standard input";

  /** Only files. */
  static Operands ofFiles(Options options) {
    return new Operands(files(options), (text, key) -> {});
  }

  private static Supplier<List<String>> files(Options options) {
    return options.optionalParameters("FILE", String.class, FILES)::get;
  }

  /** A value, then files. */
  static Operands of(Argument argument, Options options) {
    Value<String> value = options.parameter(argument.label(), String.class, argument.doc());
    return new Operands(
        files(options),
        (text, key) -> text.add(key, argument.form().yaml(value.get()), argument.label()));
  }

  /** Assignments, then files. */
  static Operands ofAssignments(Options options) {
    Value<List<String>> all =
        options.optionalParameters(
            "NAME=EXPR|FILE", String.class, "fields with their expressions, then " + FILES);
    return new Operands(
        () -> all.get().stream().dropWhile(Operands::isAssignment).toList(),
        (text, key) ->
            addAssignments(all.get().stream().takeWhile(Operands::isAssignment), text, key));
  }

  private static boolean isAssignment(String argument) {
    return ASSIGNMENT.matcher(argument).matches();
  }

  private static void addAssignments(Stream<String> assignments, PipelineText text, String key) {
    List<String> given = assignments.toList();
    if (given.isEmpty()) {
      throw new UsageException("Missing NAME=EXPR: must be a field and its expression");
    }
    text.add(key + ":");
    String indentation = " ".repeat(key.length() - key.stripLeading().length() + 2);
    for (String assignment : given) {
      Matcher matcher = ASSIGNMENT.matcher(assignment);
      if (matcher.matches()) {
        String name = indentation + YamlText.scalar(matcher.group(1));
        text.add(name, YamlText.scalar(matcher.group(2)), matcher.group(1));
      }
    }
  }
}
