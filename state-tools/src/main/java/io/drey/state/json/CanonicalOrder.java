// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tracks what is written between brackets and sorts it when they are closed. */
final class CanonicalOrder {
  private static final byte[] NULL = ":null".getBytes(ISO_8859_1);

  private final List<Brackets> open = new ArrayList<>();
  private int depth;

  /** The offsets of the items between a pair of brackets. */
  private static final class Brackets {
    private Items items = Items.ELEMENTS;
    private int from;
    private int[] starts = new int[8];
    private int count;

    void start(Items ofKind, int at) {
      items = ofKind;
      from = at;
      count = 0;
    }

    void add(int at) {
      // some values ask for their comma twice
      if (count == 0 || starts[count - 1] != at) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count++] = at;
      }
    }

    /** Returns the end of an item, before the comma or the closing bracket. */
    int end(int item, int size) {
      return item + 1 == count ? size : starts[item + 1] - 1;
    }

    void truncate(int size) {
      while (count > 0 && starts[count - 1] >= size) {
        count--;
      }
    }
  }

  void begin(Items items, int at) {
    if (depth == open.size()) {
      open.add(new Brackets());
    }
    open.get(depth++).start(items, at);
  }

  void item(int at) {
    if (depth > 0) {
      open.get(depth - 1).add(at);
    }
  }

  void truncate(int size) {
    while (depth > 0 && open.get(depth - 1).from > size) {
      depth--;
    }
    if (depth > 0) {
      open.get(depth - 1).truncate(size);
    }
  }

  /** Sorts the items of the innermost brackets and returns the resulting size. */
  int end(byte[] buffer, int size) {
    Brackets closed = open.get(--depth);
    if (closed.items == Items.ELEMENTS || isInOrder(closed, buffer, size)) {
      return size;
    }
    byte[][] items = items(closed, buffer, size);
    if (closed.items == Items.FIELDS) {
      items =
          Arrays.stream(items).filter(item -> !isNull(item, 0, item.length)).toArray(byte[][]::new);
    }
    Arrays.sort(items, Arrays::compareUnsigned);
    return write(items, buffer, closed.from);
  }

  /** Whether the items are sorted already, as in most records, whose serializers sort fields. */
  private static boolean isInOrder(Brackets closed, byte[] buffer, int size) {
    for (int i = 0; i < closed.count; i++) {
      int from = closed.starts[i];
      int to = closed.end(i, size);
      if ((closed.items == Items.FIELDS && isNull(buffer, from, to))
          || (i > 0
              && Arrays.compareUnsigned(buffer, closed.starts[i - 1], from - 1, buffer, from, to)
                  > 0)) {
        return false;
      }
    }
    return true;
  }

  private static byte[][] items(Brackets closed, byte[] buffer, int size) {
    byte[][] items = new byte[closed.count][];
    for (int i = 0; i < items.length; i++) {
      items[i] = Arrays.copyOfRange(buffer, closed.starts[i], closed.end(i, size));
    }
    return items;
  }

  private static boolean isNull(byte[] buffer, int from, int to) {
    int at = to - NULL.length;
    return at > from && Arrays.equals(buffer, at, to, NULL, 0, NULL.length);
  }

  private static int write(byte[][] items, byte[] buffer, int from) {
    int at = from;
    for (byte[] item : items) {
      if (at > from) {
        buffer[at++] = ',';
      }
      System.arraycopy(item, 0, buffer, at, item.length);
      at += item.length;
    }
    return at;
  }
}
