// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.MapType;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.value.Given;
import io.drey.state.snapshot.value.MapEntries;
import io.drey.state.snapshot.value.UnfitValueException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Encodes a new value, list or map as the entries of a state. */
final class NewWhole {
  private static final byte DELIMITER = ',';

  private final WholeState state;
  private final ByteWriter out = new ByteWriter();
  private final List<Part> parts = new ArrayList<>();
  private final Set<ByteBuffer> mapKeys = new HashSet<>();
  private final ByteReader in = ByteReader.views();
  private final ByteReader mapKey = ByteReader.views();
  private final ByteReader value = ByteReader.views();

  /** Where an entry is in what is encoded; map key and value follow one another. */
  private record Part(int from, int valueFrom, int to) {}

  /** Takes the entries. */
  interface Target {
    void entry(ByteReader mapKey, ByteReader value) throws IOException;
  }

  NewWhole(WholeState state) {
    this.state = state;
  }

  /**
   * Encodes a value; null, an empty list and an empty map are no state, and have no entries.
   *
   * @param access the time of last access, if the state has a TTL
   * @throws UnfitValueException if it is not of the state's type
   */
  void encode(@Nullable Object made, long access) {
    out.clear();
    parts.clear();
    if (made == null) {
      return;
    }
    switch (state.kind()) {
      case VALUE -> {
        writeValue(made, access);
        parts.add(new Part(0, 0, out.size()));
      }
      case LIST -> list(made, access);
      case MAP -> map(made, access);
    }
  }

  private void writeValue(@Nullable Object made, long access) {
    if (state.hasTtl()) {
      out.writeLong(access);
    }
    state.value().encode(made, out);
  }

  private void list(Object made, long access) {
    int index = 0;
    for (Object element : Given.elements(made)) {
      if (index > 0) {
        out.writeByte(DELIMITER);
      }
      try {
        writeValue(element, access);
      } catch (UnfitValueException e) {
        throw e.within("[" + index + "]");
      }
      index++;
    }
    if (index > 0) {
      parts.add(new Part(0, 0, out.size()));
    }
  }

  private void map(Object made, long access) {
    ValueType type = Objects.requireNonNull(state.mapKey());
    mapKeys.clear();
    MapEntries.each(
        made,
        name -> MapType.named(type, name),
        (itsKey, itsValue) -> {
          int from = out.size();
          type.encode(itsKey, out);
          int valueFrom = out.size();
          checkOnce(itsKey, from);
          boolean isNull = itsValue == null && !state.hasTtl();
          out.writeBoolean(isNull);
          if (!isNull) {
            writeValue(itsValue, access);
          }
          parts.add(new Part(from, valueFrom, out.size()));
        });
  }

  private void checkOnce(@Nullable Object key, int from) {
    byte[] encoded = new byte[out.size() - from];
    System.arraycopy(out.buffer(), from, encoded, 0, encoded.length);
    if (!mapKeys.add(ByteBuffer.wrap(encoded))) {
      throw new UnfitValueException("the only entry with its key", key);
    }
  }

  /** Passes on what was encoded last. */
  void passOn(Target target) throws IOException {
    in.wrap("value", out.buffer(), out.size());
    for (Part part : parts) {
      mapKey.view(in, part.from, part.valueFrom);
      value.view(in, part.valueFrom, part.to);
      target.entry(mapKey, value);
    }
  }
}
