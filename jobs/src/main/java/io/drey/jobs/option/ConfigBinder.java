// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

import io.drey.jobs.expression.ScriptConfig;
import io.drey.jobs.yaml.NamedTextFile;
import io.drey.jobs.yaml.YamlJson;
import io.drey.jobs.yaml.YamlMapping;
import io.drey.jobs.yaml.YamlScalar;
import io.drey.jobs.yaml.YamlValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the constants of scripts: a mapping, or the name of a file with a JSON object. */
final class ConfigBinder {
  private final Binder binder;

  ConfigBinder(Binder binder) {
    this.binder = binder;
  }

  /** The constants; null if a problem has been reported. */
  @Nullable ScriptConfig bind(String name, YamlValue value, Place place) {
    if (value instanceof YamlMapping mapping) {
      return binder.mapping(name, mapping, place) == null
          ? null
          : new ScriptConfig(YamlJson.of(mapping).toString());
    }
    if (!(value instanceof YamlScalar scalar) || scalar.isNull()) {
      binder.reject(name, "a mapping or a JSON file", value, place);
      return null;
    }
    try {
      return read(name + " ", scalar.text());
    } catch (IllegalArgumentException e) {
      binder.reportText(name, scalar, scalar.at(), place, e);
      return null;
    }
  }

  private static ScriptConfig read(String what, String file) {
    String json = NamedTextFile.read(what, file);
    try {
      return new ScriptConfig(json);
    } catch (IllegalArgumentException e) {
      String reason = Objects.requireNonNull(e.getMessage());
      throw new IllegalArgumentException(
          "Cannot read " + what + "'" + file + "': no JSON object: " + reason, e);
    }
  }
}
