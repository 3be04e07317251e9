// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.bootstrap;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.metadata.OperatorHandle.Partitions;
import io.drey.state.snapshot.operator.OperatorState;
import io.drey.state.snapshot.value.UnfitValueException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An operator state: the elements of a list, or the entries of a broadcast map. */
final class OwnState {
  private final OperatorState state;
  private final ByteWriter out = new ByteWriter();
  private final List<Integer> starts = new ArrayList<>();
  private final Map<ByteBuffer, Long> lines = new HashMap<>();

  OwnState(OperatorState state) {
    this.state = state;
  }

  void add(Row row) {
    String what = "operator state '" + state.name() + "'";
    row.without(what, Row.KEY, Row.NAMESPACE, Row.LAST_ACCESS, Row.TIMESTAMP);
    if (state.mapKey() == null) {
      row.without(what, Row.MAP_KEY);
      Object value = row.required(Row.VALUE, what);
      starts.add(out.size());
      encode(value);
    } else {
      addMapEntry(row.required(Row.MAP_KEY, what), row.required(Row.VALUE, what), row.line());
    }
  }

  /** Adds an encoded element of a list. */
  void add(ByteReader element) {
    starts.add(out.size());
    out.writeBytes(element);
  }

  void addMapEntry(@Nullable Object key, @Nullable Object value, long line) {
    int from = out.size();
    try {
      Objects.requireNonNull(state.mapKey()).encode(key, out);
    } catch (UnfitValueException e) {
      throw e.within(Row.MAP_KEY);
    }
    Long first =
        lines.putIfAbsent(
            ByteBuffer.wrap(Arrays.copyOfRange(out.buffer(), from, out.size())), line);
    if (first != null) {
      throw new InvalidRowException(
          "Duplicate map_key of state '" + state.name() + "': it is in line " + first + ", too");
    }
    starts.add(from);
    encode(value);
  }

  private void encode(@Nullable Object value) {
    try {
      state.value().encode(value, out);
    } catch (UnfitValueException e) {
      throw e.within(Row.VALUE);
    }
  }

  long count() {
    return starts.size();
  }

  long bytes() {
    return out.size();
  }

  /** Appends the state to a file, and says where. */
  Partitions write(ByteWriter file) {
    long at = file.size();
    List<Long> offsets = new ArrayList<>();
    if (state.isBroadcast()) {
      offsets.add(at);
      file.writeInt(starts.size());
    } else {
      starts.forEach(start -> offsets.add(at + start));
    }
    file.writeBytes(out.buffer(), 0, out.size());
    return new Partitions(state.name(), state.mode(), offsets);
  }
}
