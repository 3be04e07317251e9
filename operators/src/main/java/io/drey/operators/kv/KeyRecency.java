package io.drey.operators.kv;

import java.util.Objects;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the current scope in the order they were last used: a doubly linked list in state, so
 * that any step takes a few accesses whatever the number of keys.
 */
final class KeyRecency {
  private static final Link NONE = new Link(null, null);

  private final MapState<String, Link> links;

  /** The newest key as {@code older}, the oldest as {@code newer}. */
  private final ValueState<Link> ends;

  KeyRecency(MapState<String, Link> links, ValueState<Link> ends) {
    this.links = links;
    this.ends = ends;
  }

  /** The key that was not used for the longest time; null if there is none. */
  @Nullable String oldest() throws Exception {
    return ends().newer();
  }

  /** Puts a key, known or not, to the newest end. */
  void use(String key) throws Exception {
    if (key.equals(ends().older())) {
      return;
    }
    forget(key);
    Link around = ends();
    links.put(key, new Link(around.older(), null));
    if (around.older() == null) {
      ends.update(new Link(key, key));
    } else {
      links.put(around.older(), link(around.older()).withNewer(key));
      ends.update(around.withOlder(key));
    }
  }

  /** Takes a key out, if it is there. */
  void forget(String key) throws Exception {
    Link link = links.get(key);
    if (link == null) {
      return;
    }
    links.remove(key);
    Link around = ends();
    if (link.newer() == null) {
      around = around.withOlder(link.older());
    } else {
      links.put(link.newer(), link(link.newer()).withOlder(link.older()));
    }
    if (link.older() == null) {
      around = around.withNewer(link.newer());
    } else {
      links.put(link.older(), link(link.older()).withNewer(link.newer()));
    }
    if (around.equals(NONE)) {
      ends.clear();
    } else {
      ends.update(around);
    }
  }

  /** Forgets all keys. */
  void clear() {
    links.clear();
    ends.clear();
  }

  private Link ends() throws Exception {
    Link known = ends.value();
    return known == null ? NONE : known;
  }

  private Link link(String key) throws Exception {
    return Objects.requireNonNull(links.get(key), key);
  }
}
