// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import io.drey.state.snapshot.keyed.SectionItems.Item;
import io.drey.state.snapshot.keyed.SectionItems.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Follows all possible ways to read a section at once, from its first byte to its last. An item
 * with a known end is continued there; a value whose end is not known is continued at every byte
 * where the expected next item may begin. Ways that expect the same at the same byte are merged,
 * and the result is ambiguous.
 */
final class SectionSearch {
  /** Takes about three seconds. */
  private static final long MOST_WORK = 1 << 29;

  private static final int MOST_WAYS = 1 << 12;

  private final SectionItems items;
  private final Section section;

  /** Values whose end is not known yet, by what is expected after them. */
  private final Map<Expected, Way> open = new LinkedHashMap<>();

  private final TreeMap<Integer, Map<Item, Way>> pending = new TreeMap<>();
  private final Map<Expected, CandidateOffsets> starts = new HashMap<>();
  private boolean isAborted;

  /**
   * A way to read a section up to some byte.
   *
   * @param item the last item
   * @param ends the ends of the values before it that had to be searched for
   */
  record Way(Item item, @Nullable End ends, boolean isAmbiguous) {
    Way orOther() {
      return new Way(item, ends, true);
    }

    /** Returns the ends of the values if the last item ends at this byte. */
    @Nullable End endsAt(int at) {
      return item.isOpen() ? new End(at, ends) : ends;
    }
  }

  /** The end of a value, linked to the ends of those before it. */
  record End(int at, @Nullable End previous) {}

  SectionSearch(SectionItems items, Section section) {
    this.items = items;
    this.section = section;
  }

  /** Whether the search was aborted, since there were too many ways to follow. */
  boolean isAborted() {
    return isAborted;
  }

  /** Returns the way to the end of the section; null if none was found. */
  @Nullable Way find(Expected first) {
    add(new Way(new Item(first, section.from(), false), null, false));
    for (int at = section.from(); at < section.to() && !isAborted; at = next(at + 1)) {
      follow(at);
    }
    return isAborted ? null : atEnd();
  }

  private void add(Way way) {
    pending
        .computeIfAbsent(way.item().end(), end -> new LinkedHashMap<>())
        .merge(way.item(), way, (one, other) -> one.orOther());
  }

  /** Extends all ways that can continue at a byte. */
  private void follow(int at) {
    for (Way way : arrivals(at)) {
      if (!way.item().isOpen()) {
        extend(way, at);
      }
    }
    open.keySet().removeIf(expected -> !isViable(expected, at));
    for (Way way : open.values().toArray(new Way[0])) {
      extend(way, at);
    }
    isAborted |= items.work() > MOST_WORK || open.size() > MOST_WAYS;
  }

  /** Returns the ways that reach a byte; values without a known end stay open from there on. */
  private Collection<Way> arrivals(int at) {
    Map<Item, Way> arrived = pending.remove(at);
    if (arrived == null) {
      return List.of();
    }
    for (Way way : arrived.values()) {
      if (way.item().isOpen()) {
        open.merge(way.item().next(), way, (one, other) -> one.orOther());
      }
    }
    return arrived.values();
  }

  private void extend(Way way, int at) {
    Item item = items.read(way.item().next(), at);
    if (item != null) {
      add(new Way(item, way.endsAt(at), way.isAmbiguous()));
    }
  }

  /** Whether as many items as are expected can still begin. */
  private boolean isViable(Expected expected, int at) {
    if (expected.isNothing()) {
      return true;
    }
    if (expected.isOtherState()) {
      return starts(expected, at).countFrom(at) > 0;
    }
    if (expected.elements() > 0 && starts(expected, at).countFrom(at) < expected.elements()) {
      return false;
    }
    return expected.entries() == 0
        || starts(withoutElements(expected), at).countFrom(at) >= expected.entries();
  }

  private static Expected withoutElements(Expected expected) {
    return new Expected(
        expected.state(), expected.entries(), 0, expected.states(), expected.className());
  }

  /** Returns the bytes at which the expected item may begin, regardless of what follows it. */
  private CandidateOffsets starts(Expected expected, int from) {
    boolean isElement = expected.elements() > 0;
    Expected alone =
        expected.isOtherState()
            ? expected
            : new Expected(
                expected.state(),
                isElement ? 0 : 1,
                isElement ? 1 : 0,
                expected.states(),
                expected.className());
    CandidateOffsets found =
        starts.computeIfAbsent(
            alone, key -> CandidateOffsets.in(from, section.to(), at -> isStart(key, at)));
    isAborted |= found.isTooMany();
    return found;
  }

  private boolean isStart(Expected expected, int at) {
    return items.work() <= MOST_WORK && items.read(expected, at) != null;
  }

  private int next(int from) {
    int next = pending.isEmpty() ? section.to() : pending.firstKey();
    for (Expected expected : open.keySet()) {
      if (!expected.isNothing()) {
        next = Math.min(next, starts(expected, from).nextFrom(from));
      }
    }
    return next;
  }

  private @Nullable Way atEnd() {
    List<Way> all = new ArrayList<>(arrivals(section.to()));
    all.removeIf(way -> way.item().isOpen());
    all.addAll(open.values());
    Way found = null;
    for (Way way : all) {
      if (way.item().next().isNothing()) {
        found = found == null ? way : found.orOther();
      }
    }
    return found;
  }
}
