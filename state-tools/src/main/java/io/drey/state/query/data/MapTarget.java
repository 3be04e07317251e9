// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query.data;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.table.data.GenericMapData;
import org.jspecify.annotations.Nullable;

/** Maps: keys and values in turn. */
final class MapTarget extends Target {
  private final Target key;
  private final Target value;
  private Map<@Nullable Object, @Nullable Object> entries = new HashMap<>();
  private @Nullable Object lastKey;
  private boolean hasKey;

  MapTarget(Target key, Target value) {
    this.key = key;
    this.value = value;
  }

  @Override
  boolean begins(Parts parts) {
    entries = new HashMap<>();
    hasKey = false;
    return parts == Parts.ENTRIES;
  }

  @Override
  Target part() {
    return hasKey ? value : key;
  }

  @Override
  void add(@Nullable Object part) {
    if (hasKey) {
      entries.put(lastKey, part);
    } else {
      lastKey = part;
    }
    hasKey = !hasKey;
  }

  @Override
  Object end() {
    return new GenericMapData(entries);
  }
}
