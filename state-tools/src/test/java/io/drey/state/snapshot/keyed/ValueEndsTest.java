// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.metadata.SearchBudget;
import io.drey.state.snapshot.registry.SerializerSnapshots;
import io.drey.state.snapshot.type.OpaqueType;
import io.drey.state.snapshot.type.ValueType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshotSerializationUtil;
import org.apache.flink.api.common.typeutils.base.ByteSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.junit.jupiter.api.Test;

class ValueEndsTest {
  private static final int MAX_PARALLELISM = 128;
  private static final int GROUP = 5;
  private static final ValueType OPAQUE = new OpaqueType("own", 0);

  /** No byte of a key is zero, as a namespace is. */
  private static final long FIRST_KEY = 0x1111111111111111L;

  private static final long[] KEYS = keys(GROUP);
  private static final long FOREIGN_KEY = keys(GROUP + 1)[0];

  private final DataOutputSerializer section = new DataOutputSerializer(64);

  @Test
  void findsEndsByWhatFollows() throws IOException {
    entry(KEYS[0], new byte[] {1, 2, 3});
    entry(KEYS[1], new byte[] {0, 0});
    entry(KEYS[2], new byte[0]);
    state(1, 1);
    entry(KEYS[0], new byte[8]);

    assertThat(find(opaque(LongSerializer.INSTANCE), 3)).isEqualTo("[12, 23, 32]");
  }

  @Test
  void takesNoKeyOfAnotherGroupForOne() throws IOException {
    entry(KEYS[0], bytes(out -> entry(out, FOREIGN_KEY, new byte[] {7})));
    entry(KEYS[1], new byte[] {1});

    assertThat(find(onlyOpaque(LongSerializer.INSTANCE), 2)).isEqualTo("[19, 29]");
  }

  @Test
  void refusesToChooseAmongSeveralWays() throws IOException {
    entry(KEYS[0], bytes(out -> entry(out, KEYS[2], new byte[] {7})));
    entry(KEYS[1], new byte[] {1});

    assertThat(find(onlyOpaque(LongSerializer.INSTANCE), 2))
        .isEqualTo("the bytes after them can be read in more than one way");
  }

  @Test
  void saysWhereThereIsNoWay() throws IOException {
    entry(KEYS[0], new byte[] {1});
    state(1, 2);
    entry(KEYS[0], new byte[8]);

    assertThat(find(opaque(LongSerializer.INSTANCE), 1))
        .isEqualTo("the bytes after them cannot be read consistently");
  }

  @Test
  void wantsEachStateOnce() throws IOException {
    entry(KEYS[0], bytes(out -> state(out, 0, 1), out -> entry(out, KEYS[1], new byte[8])));
    state(1, 1);
    entry(KEYS[0], new byte[8]);

    assertThat(find(opaque(LongSerializer.INSTANCE), 1)).isEqualTo("[32]");
  }

  @Test
  void leavesSectionsAloneThatAreTooLong() throws IOException {
    entry(KEYS[0], new byte[(16 << 20) + 1]);

    assertThat(find(onlyOpaque(LongSerializer.INSTANCE), 1))
        .isEqualTo("more than 16777216 bytes follow, which is too much to search");
  }

  @Test
  void givesUpWhereEverythingCouldBeAnything() throws IOException {
    section.write(new byte[1 << 20]);

    assertThat(find(onlyOpaque(ByteSerializer.INSTANCE), 5000, 1, 0))
        .isEqualTo("the search for their ends was aborted");
  }

  /** As the other key groups of a damaged file would be. */
  @Test
  void isNotTriedAgainAfterMuchWasSearchedInVain() throws IOException {
    entry(KEYS[0], new byte[] {1, 2, 3});
    SearchBudget most = new SearchBudget();
    most.spend((1L << 29) - 1);
    SearchBudget all = new SearchBudget();
    all.spend(1L << 29);

    assertThat(find(onlyOpaque(LongSerializer.INSTANCE), most)).isEqualTo("[12]");
    assertThat(find(onlyOpaque(LongSerializer.INSTANCE), all))
        .isEqualTo("the search for their ends was aborted");
  }

  @Test
  void findsManyEndsInALongSection() throws IOException {
    Random random = new Random(1);
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      byte[] value = new byte[random.nextInt(100)];
      Arrays.fill(value, (byte) (1 + random.nextInt(255)));
      entry(KEYS[i % KEYS.length], value);
      ends.add(section.length());
    }

    assertThat(find(onlyOpaque(LongSerializer.INSTANCE), ends.size())).isEqualTo(ends.toString());
  }

  private String find(List<KeyedState> states, int entries) throws IOException {
    return find(states, entries, MAX_PARALLELISM, GROUP);
  }

  private String find(List<KeyedState> states, int entries, int maxParallelism, int group) {
    return find(states, entries, maxParallelism, group, new SearchBudget());
  }

  private String find(List<KeyedState> states, SearchBudget budget) {
    return find(states, 1, MAX_PARALLELISM, GROUP, budget);
  }

  /** The ends, or why there are none. */
  private String find(
      List<KeyedState> states, int entries, int maxParallelism, int group, SearchBudget budget) {
    ByteReader in = ByteReader.of("section", section.getCopyOfBuffer());
    in.mark();
    BitSet others = new BitSet();
    others.set(1, states.size());
    ValueEnds found = new ValueEnds(states, maxParallelism, budget);
    String failure = found.find(in, group, new Expected(0, entries, 0, others, null));
    if (failure != null) {
      return failure;
    }
    List<Long> ends = new ArrayList<>();
    while (found.areFound()) {
      ends.add(found.next());
    }
    return ends.toString();
  }

  private void entry(long key, byte[] value) throws IOException {
    entry(section, key, value);
  }

  private static void entry(DataOutputSerializer out, long key, byte[] value) throws IOException {
    out.writeByte(0);
    out.writeLong(key);
    out.write(value);
  }

  private void state(int number, int entries) throws IOException {
    state(section, number, entries);
  }

  private static void state(DataOutputSerializer out, int number, int entries) throws IOException {
    out.writeShort(number);
    out.writeInt(entries);
  }

  private static byte[] bytes(Writing... writings) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    for (Writing writing : writings) {
      writing.to(out);
    }
    return out.getCopyOfBuffer();
  }

  private interface Writing {
    void to(DataOutputSerializer out) throws IOException;
  }

  /** An opaque state and one of numbers. */
  private static List<KeyedState> opaque(TypeSerializer<?> key) throws IOException {
    return List.of(state(type(key), OPAQUE), state(type(key), type(LongSerializer.INSTANCE)));
  }

  private static List<KeyedState> onlyOpaque(TypeSerializer<?> key) throws IOException {
    return opaque(key).subList(0, 1);
  }

  private static KeyedState state(ValueType key, ValueType value) throws IOException {
    ValueType namespace = type(VoidNamespaceSerializer.INSTANCE);
    return new KeyedState("s", KeyedStateType.VALUE, key, namespace, null, value, "");
  }

  private static ValueType type(TypeSerializer<?> serializer) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshotSerializationUtil.writeSerializerSnapshot(
        out, serializer.snapshotConfiguration());
    return Objects.requireNonNull(
        SerializerSnapshots.read(ByteReader.of("type", out.getCopyOfBuffer())));
  }

  private static long[] keys(int group) {
    return LongStream.range(FIRST_KEY, FIRST_KEY + 2000)
        .filter(key -> KeyGroupRangeAssignment.assignToKeyGroup(key, MAX_PARALLELISM) == group)
        .toArray();
  }
}
