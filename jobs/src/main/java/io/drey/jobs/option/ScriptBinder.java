// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

import io.drey.jobs.expression.EventScript;
import io.drey.jobs.expression.KeyScript;
import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.expression.syntax.ScriptOrigin;
import io.drey.jobs.yaml.NamedTextFile;
import io.drey.jobs.yaml.Position;
import io.drey.jobs.yaml.Problems;
import io.drey.jobs.yaml.YamlMapping;
import io.drey.jobs.yaml.YamlScalar;
import io.drey.jobs.yaml.YamlValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads scripts: from the pipeline file, or, as {@code {file: …}} or {@code file:…}, from a
 * separate file.
 */
final class ScriptBinder {
  private final Binder binder;
  private final Problems problems;

  ScriptBinder(Binder binder, Problems problems) {
    this.binder = binder;
    this.problems = problems;
  }

  static boolean isScript(Class<?> type) {
    return type == EventScript.class || type == KeyScript.class;
  }

  /** The script; null if a problem has been reported. */
  @Nullable Object bind(Class<?> type, String name, YamlValue value, Place place) {
    if (value instanceof YamlMapping mapping) {
      ScriptFile script =
          binder.bind(ScriptFile.class, name, mapping, place.child(name), List.of());
      return script == null ? null : read(type, script.file(), mapping.positionOf("file"), place);
    }
    if (!(value instanceof YamlScalar scalar) || scalar.isNull()) {
      return binder.reject(name, "a script or {file: …}", value, place);
    }
    if (!ScriptFile.isInline(scalar)) {
      String file = scalar.text().substring(ScriptFile.PREFIX.length()).strip();
      return read(type, file, scalar.at(), place);
    }
    try {
      return parse(type, scalar.text(), (line, column) -> scalar.at(line, column).toString());
    } catch (ExpressionException e) {
      binder.reportText(name, scalar, scalar.at(e.line(), e.column()), place, e);
      return null;
    }
  }

  private @Nullable Object read(Class<?> type, String file, Position at, Place place) {
    ScriptOrigin origin = (line, column) -> file + ":" + line + ":" + column;
    try {
      return parse(type, NamedTextFile.read("script ", file), origin);
    } catch (ExpressionException e) {
      String where = origin.at(e.line(), e.column());
      problems.error(at, place.label(), where + ": " + e.getMessage());
    } catch (IllegalArgumentException e) {
      problems.error(at, place.label(), String.valueOf(e.getMessage()));
    }
    return null;
  }

  private static Object parse(Class<?> type, String text, ScriptOrigin origin)
      throws ExpressionException {
    return type == EventScript.class
        ? EventScript.parse(text, origin)
        : KeyScript.parse(text, origin);
  }
}
