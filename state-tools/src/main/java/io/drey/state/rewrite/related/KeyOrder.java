// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite.related;

import io.drey.state.rewrite.edit.EntryEdit;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.keyed.Entry;
import io.drey.state.sort.RecordSorter;
import io.drey.state.sort.Records;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of an operator in the order of their last use, of which those with state are kept. */
final class KeyOrder implements AutoCloseable {
  private static final int USED = 0;
  private static final int LINKED = 1;

  private final boolean isLinked;
  private final RecordSorter keys;
  private final LinkedOrder links;
  private final OrderedMembers ordered;
  private final Place place = new Place();
  private final Place newer = new Place();
  private final ByteWriter key = new ByteWriter();
  private final ByteWriter lastUsed = new ByteWriter();
  private long count;

  /**
   * @param isLinked whether links give the order, rather than that in which keys arrive
   */
  KeyOrder(boolean isLinked, Path directory, long budget) {
    this.isLinked = isLinked;
    this.keys = new RecordSorter(directory, budget / 3);
    this.links = new LinkedOrder(directory, budget / 3);
    this.ordered = new OrderedMembers(directory, budget / 3);
  }

  /**
   * Returns what reads the links of the source, and passes each on with the old key instead.
   *
   * @param edit decides whether the key stays
   */
  EntryEdit links(EntryEdit edit) {
    ByteReader old = ByteReader.views();
    Place ofOld = new Place();
    return (Unshown)
        (entry, out) -> {
          link(entry);
          ofOld.ofKey(entry.keyGroup(), entry.key());
          old.wrap("keys", ofOld.buffer(), ofOld.size());
          edit.edit(entry, new Uncounted(out, old));
        };
  }

  private void link(Entry entry) {
    place.ofKey(entry.keyGroup(), entry.key());
    newer.ofKey(entry.keyGroup(), entry.value());
    boolean isNewest =
        Arrays.equals(place.buffer(), 0, place.size(), newer.buffer(), 0, newer.size());
    links.link(place, isNewest ? null : newer);
  }

  /** Takes a key of an entry that stays. */
  void use(int group, ByteReader ofEntry) {
    place.ofKey(group, ofEntry);
    boolean isLast =
        Arrays.equals(lastUsed.buffer(), 0, lastUsed.size(), place.buffer(), 0, place.size());
    if (!isLast) {
      lastUsed.clear();
      place.writeTo(lastUsed);
      add(USED, lastUsed);
    }
  }

  /**
   * Takes a key that was linked and stays.
   *
   * @param old where it was
   */
  void linked(int group, ByteReader ofEntry, ByteReader old) {
    place.ofKey(group, ofEntry);
    ByteWriter value = new ByteWriter();
    value.writeBytes(old);
    add(LINKED, value);
  }

  private void add(int kind, ByteWriter value) {
    key.clear();
    place.writeTo(key);
    key.writeByte(kind);
    key.writeLong(count++);
    keys.add(key.buffer(), key.size(), value.buffer(), value.size());
  }

  /**
   * Writes the links between the keys that stay, and returns the lists of all key groups that have
   * keys; null if the links of the source made no lists.
   */
  @Nullable List<KeyGroupList> write(
      @Nullable DerivedOutput older, @Nullable DerivedOutput newerKeys) throws IOException {
    keep();
    if (isLinked && !links.passOn(ordered)) {
      return null;
    }
    List<KeyGroupList> groups = new ArrayList<>();
    ordered.visit(
        new OrderedMembers.Visitor() {
          @Override
          public void member(@Nullable Place before, Place member, @Nullable Place after)
              throws IOException {
            if (before != null && older != null) {
              older.write(member.group(), member.member(), null, before.member());
            }
            if (newerKeys != null) {
              Place next = after == null ? member : after;
              newerKeys.write(member.group(), member.member(), null, next.member());
            }
          }

          @Override
          public void end(Place oldest, Place newest, int size) {
            groups.add(KeyGroupList.of(oldest.group(), oldest.member(), newest.member(), size));
          }
        });
    return groups;
  }

  /** Finds the keys that stay: those that were linked and have state. */
  private void keep() {
    Records sorted = keys.sorted();
    Place old = new Place();
    ByteWriter used = new ByteWriter();
    long arrival = 0;
    while (sorted.next()) {
      int kindAt = sorted.keyTo() - 1 - Long.BYTES;
      int from = sorted.keyFrom();
      boolean isUsed = Arrays.equals(used.buffer(), 0, used.size(), sorted.bytes(), from, kindAt);
      if (sorted.bytes()[kindAt] == LINKED) {
        if (isUsed) {
          links.keep(old.ofValue(sorted), place.of(sorted.bytes(), from, kindAt));
        }
      } else {
        if (!isUsed) {
          order(used, arrival);
          used.clear();
          used.writeBytes(sorted.bytes(), from, kindAt - from);
        }
        arrival = arrival(sorted);
      }
    }
    order(used, arrival);
  }

  /** Gives a key its place by its last use, if no links do. */
  private void order(ByteWriter used, long arrival) {
    if (!isLinked && used.size() > 0) {
      ordered.add(place.of(used.buffer(), 0, used.size()), arrival);
    }
  }

  private static long arrival(Records record) {
    ByteReader in = ByteReader.views();
    in.wrap("keys", record.bytes(), record.keyTo());
    in.position(record.keyTo() - Long.BYTES);
    return in.readLong();
  }

  @Override
  public void close() {
    keys.close();
    links.close();
    ordered.close();
  }
}
