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
  /** Takes about two seconds. */
  private static final long MOST_WORK = 1 << 28;

  private static final long WORK_OF_AN_OPEN_WAY = 8;
  private static final int MOST_WAYS = 1 << 12;

  private final SectionItems items;
  private final Section section;

  private final Map<Expected, OpenWay> open = new LinkedHashMap<>();

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

  /**
   * A way whose last value has no known end.
   *
   * @param next the bytes at which the expected item may begin; null if nothing may follow
   * @param entries those at which the entries after the expected elements may begin; null if none
   *     follow
   */
  private record OpenWay(
      Way way, @Nullable CandidateOffsets next, @Nullable CandidateOffsets entries) {
    OpenWay orOther() {
      return new OpenWay(way.orOther(), next, entries);
    }

    /** Whether as many items as are expected can still begin. */
    boolean isViable(int at) {
      Expected expected = way.item().next();
      int items = expected.elements() > 0 ? expected.elements() : Math.max(1, expected.entries());
      return (next == null || next.countFrom(at) >= items)
          && (entries == null || entries.countFrom(at) >= expected.entries());
    }
  }

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
    open.values().removeIf(way -> !way.isViable(at));
    for (OpenWay way : open.values()) {
      extend(way.way(), at);
    }
    items.addWork(open.size() * WORK_OF_AN_OPEN_WAY);
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
        open.merge(way.item().next(), open(way, at), (one, other) -> one.orOther());
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

  private OpenWay open(Way way, int at) {
    Expected expected = way.item().next();
    boolean hasEntries = expected.elements() > 0 && expected.entries() > 0;
    return new OpenWay(
        way,
        expected.isNothing() ? null : starts(expected, at),
        hasEntries ? starts(expected.withoutElements(), at) : null);
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
    for (OpenWay way : open.values()) {
      CandidateOffsets starts = way.next();
      next = starts == null ? next : Math.min(next, starts.nextFrom(from));
    }
    return next;
  }

  private @Nullable Way atEnd() {
    List<Way> all = new ArrayList<>(arrivals(section.to()));
    all.removeIf(way -> way.item().isOpen());
    open.values().forEach(way -> all.add(way.way()));
    Way found = null;
    for (Way way : all) {
      if (way.item().next().isNothing()) {
        found = found == null ? way : found.orOther();
      }
    }
    return found;
  }
}
