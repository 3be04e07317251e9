// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.eval;

import io.drey.jobs.cli.command.UsageException;
import io.drey.jobs.expression.EventScript;
import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.expression.syntax.ScriptOrigin;
import io.drey.jobs.yaml.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A script that was given, or that is in a file.
 *
 * @param file null if it was given as text
 */
record EvalScript(String text, @Nullable Path file) {
  /**
   * Finds the script that an argument stands for: the content of a file of that name, or itself.
   */
  static EvalScript of(String argument) {
    Path file = file(argument);
    try {
      return file == null
          ? new EvalScript(argument, null)
          : new EvalScript(Files.readString(file), file);
    } catch (IOException e) {
      throw new UsageException("Cannot read the script " + file + ": " + e.getMessage());
    }
  }

  private static @Nullable Path file(String argument) {
    try {
      Path file = Path.of(argument);
      return Files.isRegularFile(file) ? file : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  EventScript parse() throws ExpressionException {
    return EventScript.parse(text, ScriptOrigin.text());
  }

  /** The script as the value of an option in a pipeline file. */
  String yaml() {
    return file == null
        ? YamlText.scalar(text)
        : "{file: " + YamlText.scalar(file.toString()) + "}";
  }
}
