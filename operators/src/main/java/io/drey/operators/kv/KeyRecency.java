// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import java.util.Objects;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the current scope in order of their last use: a doubly linked list in state, so that
 * each operation takes a few accesses, whatever the number of keys.
 */
final class KeyRecency {
  private final MapState<String, Link> links;
  private final ValueState<RecencyEnds> ends;

  KeyRecency(MapState<String, Link> links, ValueState<RecencyEnds> ends) {
    this.links = links;
    this.ends = ends;
  }

  /** The least recently used key; null if there is none. */
  @Nullable String oldest() throws Exception {
    return ends().oldest();
  }

  /** Moves a key, or adds a new one, to the newest end. */
  void use(String key) throws Exception {
    if (key.equals(ends().newest())) {
      return;
    }
    forget(key);
    RecencyEnds before = ends();
    String newest = before.newest();
    links.put(key, new Link(newest, null));
    if (newest == null) {
      ends.update(new RecencyEnds(key, key));
    } else {
      links.put(newest, link(newest).withNewer(key));
      ends.update(before.withNewest(key));
    }
  }

  /** Removes a key, if it is in the list. */
  void forget(String key) throws Exception {
    Link link = links.get(key);
    if (link == null) {
      return;
    }
    links.remove(key);
    RecencyEnds around = ends();
    if (link.newer() == null) {
      around = around.withNewest(link.older());
    } else {
      links.put(link.newer(), link(link.newer()).withOlder(link.older()));
    }
    if (link.older() == null) {
      around = around.withOldest(link.newer());
    } else {
      links.put(link.older(), link(link.older()).withNewer(link.newer()));
    }
    if (around.equals(RecencyEnds.NONE)) {
      ends.clear();
    } else {
      ends.update(around);
    }
  }

  /** Removes all keys. */
  void clear() {
    links.clear();
    ends.clear();
  }

  private RecencyEnds ends() throws Exception {
    RecencyEnds known = ends.value();
    return known == null ? RecencyEnds.NONE : known;
  }

  private Link link(String key) throws Exception {
    return Objects.requireNonNull(links.get(key), key);
  }
}
