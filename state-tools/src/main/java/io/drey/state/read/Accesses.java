// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.read;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.keyed.Entry;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.type.TimerType;
import io.drey.state.snapshot.type.TtlType;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/** The times at which values with a TTL were last accessed. */
public final class Accesses {
  private final boolean countsListElements;

  /**
   * @param countsListElements whether lists begin with the number of their elements
   */
  public Accesses(boolean countsListElements) {
    this.countsListElements = countsListElements;
  }

  /** Whether a condition holds for all times of an entry, which has at least one. */
  public boolean allMatch(Entry entry, LongPredicate condition) {
    ByteReader in = entry.value();
    if (!(entry.state().value() instanceof TtlType ttl)) {
      return false;
    }
    int from = in.position();
    try {
      if (entry.state().kind() == KeyedStateType.LIST) {
        return allMatch(in, ttl, condition);
      }
      boolean isNull = entry.state().kind() == KeyedStateType.MAP && in.readBoolean();
      return !isNull && condition.test(in.readLong());
    } finally {
      in.position(from);
    }
  }

  /** Passes on all times of an entry; none if it has no TTL. */
  public void each(Entry entry, LongConsumer times) {
    boolean unused =
        allMatch(
            entry,
            time -> {
              times.accept(time);
              return true;
            });
  }

  /** The instant of an entry that is a timer. */
  public static long due(Entry timer) {
    ByteReader in = timer.value();
    int from = in.position();
    try {
      return in.readLong() ^ ((TimerType) timer.state().value()).flipped();
    } finally {
      in.position(from);
    }
  }

  private boolean allMatch(ByteReader in, TtlType element, LongPredicate condition) {
    ListLayout layout = new ListLayout(countsListElements);
    layout.passStart(in);
    while (!in.isAtEnd()) {
      if (!condition.test(in.readLong())) {
        return false;
      }
      element.value().skip(in);
      layout.passDelimiter(in);
    }
    return true;
  }
}
