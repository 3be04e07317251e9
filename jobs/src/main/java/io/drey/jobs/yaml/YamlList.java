// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.yaml;

import java.util.List;

/** A YAML sequence. */
public record YamlList(List<YamlValue> items, Position at) implements YamlValue {
  @Override
  public boolean isResolved() {
    return items.stream().allMatch(YamlValue::isResolved);
  }

  @Override
  public String shown() {
    return items.isEmpty() ? "[]" : "a list";
  }
}
