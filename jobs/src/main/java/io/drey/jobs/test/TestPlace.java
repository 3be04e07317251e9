// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test;

import io.drey.jobs.yaml.Position;
import io.drey.jobs.yaml.Problems;
import io.drey.jobs.yaml.Unknown;
import io.drey.jobs.yaml.YamlMapping;
import io.drey.jobs.yaml.YamlScalar;
import io.drey.jobs.yaml.YamlValue;
import java.util.Collection;

/**
 * A test in its file, for problems.
 *
 * @param label such as {@code tests[0] (name)}
 */
record TestPlace(Problems problems, String label) {
  void error(Position at, String message) {
    problems.error(at, label, message);
  }

  /** Reports that a value does not follow a rule; the problem of an unresolved one is known. */
  void reject(String name, String rule, YamlValue value) {
    if (!(value instanceof YamlScalar scalar && scalar.isUnresolved())) {
      error(value.at(), "Invalid " + name + ": must be " + rule + " but was " + value.shown());
    }
  }

  /** Reports the keys that are not known. */
  void checkKeys(YamlMapping mapping, Collection<String> known) {
    for (YamlMapping.Entry entry : mapping.all()) {
      if (!known.contains(entry.key())) {
        error(entry.at(), Unknown.message("key", entry.key(), known));
      }
    }
  }
}
