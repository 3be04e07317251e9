// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite.related;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.sort.RecordSorter;
import io.drey.state.sort.Records;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a map state, which other states count, link in the order of their last use, and
 * have timers of.
 */
final class EntryOrder implements AutoCloseable {
  private static final int USED = 0;
  private static final int LINKED = 1;
  private static final int TIMER = 2;
  private static final ByteWriter NOTHING = new ByteWriter();

  private final boolean isLinked;
  private final RecordSorter entries;
  private final LinkedOrder links;
  private final OrderedMembers ordered;
  private final Place place = new Place();
  private final Place next = new Place();
  private final ByteWriter key = new ByteWriter();
  private final ByteWriter value = new ByteWriter();
  private final ByteReader written = ByteReader.views();
  private final Map<Integer, DerivedOutput> timers = new HashMap<>();
  private @Nullable DerivedOutput size;
  private @Nullable EntryLinks recency;
  private @Nullable DerivedOutput ends;

  /** The key whose entries are counted; empty before the first one. */
  private final Place counted = new Place();

  private long inKey;
  private long count;

  /**
   * @param isLinked whether links give the order, rather than that in which entries arrive
   */
  EntryOrder(boolean isLinked, Path directory, long budget) {
    this.isLinked = isLinked;
    this.entries = new RecordSorter(directory, budget / 3);
    this.links = new LinkedOrder(directory, budget / 3);
    this.ordered = new OrderedMembers(directory, budget / 3);
  }

  void size(DerivedOutput out) {
    size = out;
  }

  void links(DerivedOutput out) {
    recency = new EntryLinks(out);
  }

  void ends(DerivedOutput out) {
    ends = out;
  }

  void timers(int number, DerivedOutput out) {
    timers.put(number, out);
  }

  /** Takes an entry that stays. */
  void use(int group, ByteReader ofEntry, ByteReader mapKey) throws IOException {
    place.of(group, ofEntry, mapKey);
    if (isLinked) {
      count();
    }
    if (!isLinked || recency != null || !timers.isEmpty()) {
      add(USED, NOTHING);
    }
  }

  /** Counts an entry, of which those of a key follow one another. */
  private void count() throws IOException {
    if (inKey == 0 || !place.isInListOf(counted)) {
      writeSize();
      counted.of(place.group(), place.owner(), place.member());
    }
    inKey++;
  }

  private void writeSize() throws IOException {
    DerivedOutput out = size;
    if (out != null && inKey > 0) {
      value.clear();
      out.state().value().encode(inKey, value);
      written.wrap("derived states", value.buffer(), value.size());
      out.write(counted.group(), counted.owner(), null, written);
    }
    inKey = 0;
  }

  /** Takes a link of the source whose key stays. */
  void linked(int group, ByteReader ofEntry, ByteReader mapKey, ByteReader link) {
    place.of(group, ofEntry, mapKey);
    value.clear();
    value.writeBytes(link);
    add(LINKED, value);
  }

  /** Takes a timer whose key stays. */
  void timer(int number, int group, ByteReader ofEntry, ByteReader namespace, ByteReader instant) {
    place.of(group, ofEntry, namespace);
    value.clear();
    value.writeInt(number);
    value.writeBytes(instant);
    add(TIMER, value);
  }

  private void add(int kind, ByteWriter of) {
    key.clear();
    place.writeTo(key);
    key.writeByte(kind);
    key.writeLong(count++);
    entries.add(key.buffer(), key.size(), of.buffer(), of.size());
  }

  /**
   * Writes what tells of the entries that stay.
   *
   * @return false if the links of the source made no lists
   */
  boolean write() throws IOException {
    writeSize();
    EntryLinks out = recency;
    keep();
    if (out == null) {
      return true;
    }
    if (isLinked && !links.passOn(ordered)) {
      return false;
    }
    out.ends(ends);
    ordered.visit(out);
    return true;
  }

  private void keep() throws IOException {
    Records sorted = entries.sorted();
    ByteWriter used = new ByteWriter();
    ByteReader in = ByteReader.views();
    while (sorted.next()) {
      int kindAt = sorted.keyTo() - 1 - Long.BYTES;
      int from = sorted.keyFrom();
      boolean isUsed = Arrays.equals(used.buffer(), 0, used.size(), sorted.bytes(), from, kindAt);
      in.wrap("entries", sorted.bytes(), sorted.valueTo());
      in.position(kindAt + 1);
      long arrival = in.readLong();
      in.position(sorted.valueFrom());
      place.of(sorted.bytes(), from, kindAt);
      switch (sorted.bytes()[kindAt]) {
        case USED -> {
          used.clear();
          used.writeBytes(sorted.bytes(), from, kindAt - from);
          if (!isLinked) {
            count();
            if (recency != null) {
              ordered.add(place, arrival);
            }
          }
        }
        case LINKED -> keepLink(in, isUsed);
        default -> keepTimer(in, isUsed);
      }
    }
    writeSize();
  }

  private void keepLink(ByteReader link, boolean isUsed) {
    ByteReader newer = Objects.requireNonNull(recency).newer(link);
    links.link(place, newer == null ? null : next.of(place.group(), place.owner(), newer));
    if (isUsed) {
      links.keep(place, place);
    }
  }

  private void keepTimer(ByteReader timer, boolean isUsed) throws IOException {
    DerivedOutput out = Objects.requireNonNull(timers.get(timer.readInt()));
    if (!isUsed) {
      out.remove();
      return;
    }
    out.write(place.group(), place.owner(), place.member(), ByteReader.views(), timer);
  }

  @Override
  public void close() {
    entries.close();
    links.close();
    ordered.close();
  }
}
