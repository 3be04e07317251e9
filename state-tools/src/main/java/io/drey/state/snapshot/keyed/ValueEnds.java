// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.keyed.SectionItems.Section;
import io.drey.state.snapshot.keyed.SectionSearch.End;
import io.drey.state.snapshot.keyed.SectionSearch.Way;
import io.drey.state.snapshot.metadata.SearchBudget;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ends of values that only the job's classes can decode, in a section of the HashMap
 * backend, which does not record them: they are where all that follows can be read consistently.
 * Consistent means the number of entries, the key group of each key, each state once, and the end
 * of the section; also the objects of a state begin with the same class, unless that leaves no way
 * to read them.
 */
final class ValueEnds {
  private static final int LARGEST_SECTION = 16 << 20;
  private static final String ABORTED = "the search for their ends was aborted";
  private static final String NO_WAY = "the bytes after them cannot be read consistently";

  private final SectionItems items;
  private final Deque<Long> ends = new ArrayDeque<>();
  private final SearchBudget budget;

  ValueEnds(List<KeyedState> states, int maxParallelism, SearchBudget budget) {
    this.items = new SectionItems(states, maxParallelism);
    this.budget = budget;
  }

  boolean areFound() {
    return !ends.isEmpty();
  }

  /** Returns the offset in the file at which the next such value ends. */
  long next() {
    return ends.remove();
  }

  void clear() {
    ends.clear();
  }

  /**
   * Finds the ends from a reader's mark to its end.
   *
   * @param first what is expected at the mark
   * @return null, or why they were not found
   */
  @Nullable String find(ByteReader in, int keyGroup, Expected first) {
    if (budget.isSpent()) {
      return ABORTED;
    }
    if (!in.requireAll(LARGEST_SECTION)) {
      return "more than " + LARGEST_SECTION + " bytes follow, which is too much to search";
    }
    int to = in.position() + (int) in.remaining();
    Section section = new Section(in, in.marked(), to, keyGroup);
    String failure = find(section, items.start(section, first, true));
    return NO_WAY.equals(failure) ? find(section, items.start(section, first, false)) : failure;
  }

  private @Nullable String find(Section section, Expected first) {
    SectionSearch search = new SectionSearch(items, section);
    Way way = search.find(first);
    if (way == null || way.isAmbiguous()) {
      budget.spend(items.work());
    }
    if (search.isAborted()) {
      return ABORTED;
    }
    if (way == null) {
      return NO_WAY;
    }
    if (way.isAmbiguous()) {
      return "the bytes after them can be read in more than one way";
    }
    long origin = section.in().offset() - section.in().position();
    for (End end = way.endsAt(section.to()); end != null; end = end.previous()) {
      ends.addFirst(origin + end.at());
    }
    return null;
  }
}
