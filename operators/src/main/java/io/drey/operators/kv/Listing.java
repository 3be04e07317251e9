// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import io.drey.operators.kv.command.Answer;
import io.drey.operators.kv.command.KeyOrder;
import io.drey.operators.kv.command.KeyRange;
import io.drey.operators.kv.command.KeyedValue;
import io.drey.operators.kv.command.Refusal;
import io.drey.operators.kv.command.RefusedException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The first entries of a range, of entries that come in any order. It holds no more than one answer
 * has: no more entries than the limit, and no more characters than a line may.
 */
final class Listing {
  /**
   * The maximum number of characters in the entries of one answer: a longer line could not be read.
   */
  static final long LARGEST_ANSWER = 64L << 20;

  private final KeyRange range;
  private final long largest;
  private final TreeMap<String, String> kept = new TreeMap<>(KeyOrder.UTF_8);
  private long length;

  /** The least key that was dropped: no key from here on is needed. */
  private @Nullable String next;

  Listing(KeyRange range) {
    this(range, LARGEST_ANSWER);
  }

  /** With another maximum number of characters. */
  Listing(KeyRange range, long largest) {
    this.range = range;
    this.largest = largest;
  }

  /** Whether the entry of a key may be among the first ones. */
  boolean needs(String key) {
    return range.has(key) && (next == null || KeyOrder.UTF_8.compare(key, next) < 0);
  }

  /**
   * Adds an entry that is needed.
   *
   * @throws RefusedException if all entries are to be listed, and they are too large for an answer
   */
  void add(String key, String value) throws RefusedException {
    kept.put(key, value);
    length += key.length() + value.length();
    if (length > largest && range.limit() == null) {
      throw tooLarge();
    }
    while (length > largest || isBeyondLimit()) {
      dropLast();
    }
  }

  private boolean isBeyondLimit() {
    return range.limit() != null && kept.size() > range.limit();
  }

  private void dropLast() {
    Map.Entry<String, String> last = kept.pollLastEntry();
    length -= last.getKey().length() + last.getValue().length();
    next = last.getKey();
  }

  /**
   * The answer with the entries.
   *
   * @throws RefusedException if they are too large for one
   */
  Answer answer() throws RefusedException {
    if (next != null && range.limit() != null && kept.size() < range.limit()) {
      throw tooLarge();
    }
    List<KeyedValue> entries =
        kept.entrySet().stream()
            .map(entry -> new KeyedValue(entry.getKey(), entry.getValue()))
            .toList();
    return Answer.listed(entries, next);
  }

  private RefusedException tooLarge() {
    return new RefusedException(
        Refusal.ANSWER_TOO_LARGE,
        "Cannot list the entries: they have more than %,d characters (set a smaller limit)"
            .formatted(largest));
  }
}
