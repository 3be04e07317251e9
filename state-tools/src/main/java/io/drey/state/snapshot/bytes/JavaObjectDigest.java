// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A hash of all that an object in Java serialization holds. */
public final class JavaObjectDigest {
  private final StringBuilder text = new StringBuilder();

  /** Those around what is being added: an object may hold itself. */
  private final Set<JavaObject> around = Collections.newSetFromMap(new IdentityHashMap<>());

  private JavaObjectDigest() {}

  /** Hashes what {@link JavaObject#read} returns. */
  public static long of(@Nullable Object object) {
    JavaObjectDigest digest = new JavaObjectDigest();
    digest.add(object);
    return ByteHash.of(ByteReader.of("object", digest.text.toString().getBytes(UTF_8)));
  }

  private void add(@Nullable Object value) {
    if (value instanceof JavaObject object) {
      addObject(object);
    } else if (value instanceof List<?> elements) {
      text.append('[');
      elements.forEach(this::add);
      text.append(']');
    } else {
      String scalar = String.valueOf(value);
      text.append(scalar.length()).append(':').append(scalar);
    }
  }

  private void addObject(JavaObject object) {
    text.append('{').append(object.className());
    if (around.add(object)) {
      object
          .fields()
          .forEach(
              (name, value) -> {
                add(name);
                add(value);
              });
      add(object.contents());
      text.append(HexFormat.of().formatHex(object.data()));
      around.remove(object);
    }
    text.append('}');
  }
}
