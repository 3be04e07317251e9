// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite.related;

import io.drey.state.json.ValueTree;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.ValueType;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The links between the keys of a map: a state with their neighbors, and one with their ends. */
final class EntryLinks implements OrderedMembers.Visitor {
  private final DerivedOutput links;
  private final ValueType mapKey;
  private final ValueTree tree = new ValueTree();
  private final ByteWriter value = new ByteWriter();
  private final ByteReader encoded = ByteReader.views();
  private @Nullable DerivedOutput ends;

  EntryLinks(DerivedOutput links) {
    this.links = links;
    this.mapKey = Objects.requireNonNull(links.state().mapKey());
  }

  /**
   * @param out where the ends go; null if the operator has no such state
   */
  void ends(@Nullable DerivedOutput out) {
    ends = out;
  }

  /** Returns the key after the one of a link, valid until the next one; null if it is the last. */
  @Nullable ByteReader newer(ByteReader link) {
    boolean isNull = link.readBoolean();
    if (isNull) {
      return null;
    }
    links.state().value().write(link, tree);
    Object newer = tree.take() instanceof Map<?, ?> neighbors ? neighbors.get("newer") : null;
    value.clear();
    return newer == null ? null : encoded(mapKey, newer);
  }

  private ByteReader encoded(ValueType type, Object of) {
    type.encode(of, value);
    encoded.wrap("derived states", value.buffer(), value.size());
    return encoded;
  }

  @Override
  public void member(@Nullable Place older, Place member, @Nullable Place newer)
      throws IOException {
    Map<String, @Nullable Object> link = pair("older", older, "newer", newer);
    value.clear();
    value.writeBoolean(false);
    links.write(
        member.group(), member.owner(), member.member(), encoded(links.state().value(), link));
  }

  @Override
  public void end(Place oldest, Place newest, int count) throws IOException {
    DerivedOutput out = ends;
    if (out != null) {
      Map<String, @Nullable Object> pair = pair("oldest", oldest, "newest", newest);
      value.clear();
      out.write(oldest.group(), oldest.owner(), null, encoded(out.state().value(), pair));
    }
  }

  private Map<String, @Nullable Object> pair(
      String first, @Nullable Place one, String second, @Nullable Place other) {
    Map<String, @Nullable Object> pair = new HashMap<>();
    pair.put(first, decoded(one));
    pair.put(second, decoded(other));
    return pair;
  }

  private @Nullable Object decoded(@Nullable Place key) {
    if (key == null) {
      return null;
    }
    mapKey.write(key.member(), tree);
    return tree.take();
  }
}
