// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.internal.size;

import static io.drey.operators.internal.size.HeapLayout.ARRAY;
import static io.drey.operators.internal.size.HeapLayout.NODE;
import static io.drey.operators.internal.size.HeapLayout.REFERENCE;
import static io.drey.operators.internal.size.HeapLayout.aligned;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Estimates what objects take on the heap, with all that they refer to. An object that was seen
 * before takes nothing more.
 */
final class ObjectSizes {
  /** How many elements of a list, a map or an array are looked at. */
  private static final int MOST_ELEMENTS = 64;

  private static final int DEEPEST = 64;

  /** How many characters show whether all of a text are Latin-1. */
  private static final int MOST_CHARACTERS = 64;

  private static final int LATIN_1 = 0xff;

  /** Long arithmetic is enough up to so many digits. */
  private static final int COMPACT_DIGITS = 18;

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  /** What an object takes, in bytes. */
  long of(@Nullable Object object) {
    return of(object, 0);
  }

  private long of(@Nullable Object object, int depth) {
    if (object == null
        || object instanceof Enum<?>
        || object instanceof Class<?>
        || depth > DEEPEST
        || !seen.add(object)) {
      return 0;
    }
    long own = ClassShape.of(object.getClass()).bytes();
    if (object instanceof String text) {
      return own + text(text);
    }
    if (object.getClass().isArray()) {
      return array(object, depth + 1);
    }
    if (object instanceof Collection<?> collection) {
      return own + collection(collection, depth + 1);
    }
    if (object instanceof Map<?, ?> map) {
      return own + map(map, depth + 1);
    }
    return own + (object instanceof Number number ? digits(number) : 0) + fields(object, depth + 1);
  }

  private static long text(String text) {
    int looked = Math.min(text.length(), MOST_CHARACTERS);
    int wide = 0;
    for (int i = 0; i < looked && wide == 0; i++) {
      wide = text.charAt(i) > LATIN_1 ? 1 : 0;
    }
    return aligned((long) ARRAY + ((long) text.length() << wide));
  }

  private static long digits(Number number) {
    if (number instanceof BigInteger big) {
      return aligned(ARRAY + big.bitLength() / Byte.SIZE + 1L);
    }
    return number instanceof BigDecimal big && big.precision() > COMPACT_DIGITS
        ? ClassShape.of(BigInteger.class).bytes() + digits(big.unscaledValue())
        : 0;
  }

  private long array(Object array, int depth) {
    int length = Array.getLength(array);
    int bytes = ClassShape.bytesOf(array.getClass().getComponentType());
    long own = aligned(ARRAY + (long) length * bytes);
    if (!(array instanceof Object[] elements)) {
      return own;
    }
    int looked = Math.min(length, MOST_ELEMENTS);
    long sum = 0;
    for (int i = 0; i < looked; i++) {
      sum += of(elements[i], depth);
    }
    return own + scaled(sum, looked, length);
  }

  /** An array list has some room; the elements of a set are keys of a map. */
  private long collection(Collection<?> collection, int depth) {
    int size = collection.size();
    long sum = 0;
    int looked = 0;
    for (Iterator<?> some = collection.iterator(); looked < MOST_ELEMENTS && some.hasNext(); ) {
      sum += of(some.next(), depth);
      looked++;
    }
    long own =
        collection instanceof Set<?> ? entries(size) : aligned(ARRAY + 5L * size * REFERENCE / 4);
    return own + scaled(sum, looked, size);
  }

  private long map(Map<?, ?> map, int depth) {
    long sum = 0;
    int looked = 0;
    for (Iterator<? extends Map.Entry<?, ?>> some = map.entrySet().iterator();
        looked < MOST_ELEMENTS && some.hasNext(); ) {
      Map.Entry<?, ?> entry = some.next();
      sum += of(entry.getKey(), depth) + of(entry.getValue(), depth);
      looked++;
    }
    return entries(map.size()) + scaled(sum, looked, map.size());
  }

  private static long entries(int size) {
    return ARRAY + (long) NODE * size + REFERENCE * Math.max(16, HeapLayout.slots(size));
  }

  private static long scaled(long sum, int looked, int all) {
    return looked == all ? sum : Math.round(sum * (double) all / looked);
  }

  private long fields(Object object, int depth) {
    long sum = 0;
    for (Object value : ClassShape.of(object.getClass()).references(object)) {
      sum += of(value, depth);
    }
    return sum;
  }
}
