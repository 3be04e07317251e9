// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

import io.drey.jobs.yaml.YamlScalar;
import io.drey.jobs.yaml.YamlValue;

/** A script in a separate file. */
public record ScriptFile(@Option("the file that holds the script") String file) {
  /** What the name of the file follows in the short form. */
  static final String PREFIX = "file:";

  /** Whether a script stands in the pipeline file itself. */
  public static boolean isInline(YamlValue script) {
    return script instanceof YamlScalar scalar && !scalar.text().startsWith(PREFIX);
  }
}
