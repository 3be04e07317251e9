// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import io.drey.state.snapshot.type.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The format of a {@code SimpleVersionedSerializer}, in all its versions. */
final class VersionedFormat {
  private final Map<Integer, Layout> layouts = new HashMap<>();

  /** Adds a version. */
  VersionedFormat version(int version, Field... fields) {
    return version(version, new FieldsLayout(null, List.of(fields)));
  }

  /** Adds a version that begins with a number of its own. */
  VersionedFormat marked(int version, int mark, Field... fields) {
    return version(version, new FieldsLayout(mark, List.of(fields)));
  }

  /** Adds a version. */
  VersionedFormat version(int version, Layout layout) {
    layouts.put(version, layout);
    return this;
  }

  Map<Integer, Layout> layouts() {
    return layouts;
  }
}
