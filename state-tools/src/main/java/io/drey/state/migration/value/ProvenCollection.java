// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.value;

import io.drey.state.json.JsonWriter;
import io.drey.state.json.Original;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.AnyObject;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.value.UnfitValueException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Passes collections on whose new bytes tell the same as the old ones. */
record ProvenCollection(AnyObject old, ValueType changed) implements Conversion {
  @Override
  public @Nullable Object of(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (!(value instanceof Original original)) {
      throw new UnfitValueException("a collection", value);
    }
    ByteWriter out = new ByteWriter();
    changed.encode(value, out);
    if (!Arrays.equals(json(old, original.bytes()), json(changed, out.bytes()))) {
      throw new UnfitValueException("a " + changed.text() + " to the last digit", value);
    }
    return value;
  }

  private static byte[] json(ValueType type, byte[] bytes) {
    JsonWriter json = new JsonWriter();
    type.write(ByteReader.of(type.text(), bytes), json);
    return json.bytes();
  }
}
