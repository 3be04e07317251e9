// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.yaml;

/** A value of a YAML document, with its place in the file. */
public sealed interface YamlValue permits YamlScalar, YamlList, YamlMapping {
  Position at();

  /** Whether no value from outside is missing in it. */
  boolean isResolved();

  /** How a message shows the value: a scalar in quotes, anything else by its kind. */
  String shown();
}
