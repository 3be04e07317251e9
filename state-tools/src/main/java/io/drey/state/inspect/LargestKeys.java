// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.inspect;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.keyed.Entry;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.type.UndecodableException;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The largest keys of a state, by the bytes of all its entries for a key in one namespace. The
 * entries of a map have to arrive one after the other.
 */
public final class LargestKeys {
  private static final int KEPT = 5;

  private final List<Sum> sums = new ArrayList<>();
  private @Nullable KeyedState state;

  /** Key and namespace of the entries that are being summed up. */
  private byte[] owner = {};

  private int keyLength;
  private int ownerLength;
  private long entries;
  private long bytes;

  /**
   * The size of a state for one key.
   *
   * @param key as JSON; null if only the job's classes can decode it
   * @param namespace as JSON; null if the state has none
   */
  public record Sum(@Nullable String key, @Nullable String namespace, long entries, long bytes) {}

  void add(Entry entry, long size) {
    if (!isOfOwner(entry)) {
      offer();
      start(entry);
    }
    entries++;
    bytes += size;
  }

  private boolean isOfOwner(Entry entry) {
    return state != null
        && holds(entry.key(), 0, keyLength)
        && holds(entry.namespace(), keyLength, ownerLength);
  }

  private boolean holds(ByteReader part, int from, int to) {
    int start = part.position();
    return part.remaining() == to - from
        && Arrays.equals(owner, from, to, part.bytes(), start, start + to - from);
  }

  private void start(Entry entry) {
    state = entry.state();
    keyLength = (int) entry.key().remaining();
    ownerLength = keyLength + (int) entry.namespace().remaining();
    if (ownerLength > owner.length) {
      owner = new byte[2 * ownerLength];
    }
    ByteReader key = entry.key();
    System.arraycopy(key.bytes(), key.position(), owner, 0, keyLength);
    ByteReader namespace = entry.namespace();
    System.arraycopy(
        namespace.bytes(), namespace.position(), owner, keyLength, ownerLength - keyLength);
    entries = 0;
    bytes = 0;
  }

  /** Adds the sum to the largest ones if it is one of them. */
  private void offer() {
    if (state == null || (sums.size() == KEPT && bytes <= sums.get(KEPT - 1).bytes())) {
      return;
    }
    boolean hasNamespace = !state.namespace().isNothing();
    sums.add(
        new Sum(
            json(state.key(), 0, keyLength),
            hasNamespace ? json(state.namespace(), keyLength, ownerLength) : null,
            entries,
            bytes));
    sums.sort(Comparator.comparing(Sum::bytes).reversed());
    if (sums.size() > KEPT) {
      sums.remove(KEPT);
    }
  }

  private @Nullable String json(ValueType type, int from, int to) {
    JsonWriter json = new JsonWriter();
    try {
      type.write(ByteReader.of("", Arrays.copyOfRange(owner, from, to)), json);
      return json.toString();
    } catch (UndecodableException | SavepointException e) {
      return null;
    }
  }

  /** Returns them, the largest first, after all entries have been added. */
  List<Sum> sums() {
    offer();
    state = null;
    return List.copyOf(sums);
  }
}
