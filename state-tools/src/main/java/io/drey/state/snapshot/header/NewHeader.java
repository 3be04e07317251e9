// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.header;

import io.drey.state.snapshot.bytes.ByteReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.ListSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.MapSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.io.IOReadableWritable;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.KeyedBackendSerializationProxy;
import org.apache.flink.runtime.state.OperatorBackendSerializationProxy;
import org.apache.flink.runtime.state.OperatorStateHandle.Mode;
import org.apache.flink.runtime.state.RegisteredBroadcastStateBackendMetaInfo;
import org.apache.flink.runtime.state.RegisteredKeyValueStateBackendMetaInfo;
import org.apache.flink.runtime.state.RegisteredOperatorStateBackendMetaInfo;
import org.apache.flink.runtime.state.RegisteredPriorityQueueStateBackendMetaInfo;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.flink.runtime.state.ttl.TtlStateFactory.TtlSerializer;
import org.apache.flink.streaming.api.operators.TimerSerializer;

/** The headers of an operator that has not run, as Flink would write them. */
public final class NewHeader {
  private static final int FIRST_BUFFER = 256;
  private static final String NAME = "new header";

  private final List<StateMetaInfoSnapshot> keyed = new ArrayList<>();
  private final List<StateMetaInfoSnapshot> lists = new ArrayList<>();
  private final List<StateMetaInfoSnapshot> broadcast = new ArrayList<>();

  /** Adds a keyed state, whose descriptor has its serializers. */
  public NewHeader addKeyed(StateDescriptor<?, ?> state) {
    TypeSerializer<?> value =
        state.getTtlConfig().isEnabled() ? withTtl(state) : state.getSerializer();
    keyed.add(
        new RegisteredKeyValueStateBackendMetaInfo<>(
                state.getType(), state.getName(), VoidNamespaceSerializer.INSTANCE, value)
            .snapshot());
    return this;
  }

  private static TypeSerializer<?> withTtl(StateDescriptor<?, ?> state) {
    if (state instanceof ListStateDescriptor<?> list) {
      return new ListSerializer<>(withTtl(list.getElementSerializer()));
    }
    if (state instanceof MapStateDescriptor<?, ?> map) {
      return new MapSerializer<>(map.getKeySerializer(), withTtl(map.getValueSerializer()));
    }
    return withTtl(state.getSerializer());
  }

  private static <T> TypeSerializer<?> withTtl(TypeSerializer<T> value) {
    return new TtlSerializer<>(LongSerializer.INSTANCE, value);
  }

  /** Adds timers without namespaces, by the name of their state. */
  public NewHeader addTimers(String state, TypeSerializer<?> key) {
    return addTimers(state, key, VoidNamespaceSerializer.INSTANCE);
  }

  /** Adds timers whose namespaces are texts, by the name of their state. */
  public NewHeader addTimersOfTexts(String state, TypeSerializer<?> key) {
    return addTimers(state, key, StringSerializer.INSTANCE);
  }

  private NewHeader addTimers(String state, TypeSerializer<?> key, TypeSerializer<?> namespace) {
    keyed.add(
        new RegisteredPriorityQueueStateBackendMetaInfo<>(
                state, new TimerSerializer<>(key, namespace))
            .snapshot());
    return this;
  }

  /** Adds list state of an operator. */
  public NewHeader addList(ListStateDescriptor<?> state) {
    return addList(state, Mode.SPLIT_DISTRIBUTE);
  }

  /** Adds union list state of an operator. */
  public NewHeader addUnionList(ListStateDescriptor<?> state) {
    return addList(state, Mode.UNION);
  }

  private NewHeader addList(ListStateDescriptor<?> state, Mode mode) {
    state.initializeSerializerUnlessSet(new ExecutionConfig());
    lists.add(
        new RegisteredOperatorStateBackendMetaInfo<>(
                state.getName(), state.getElementSerializer(), mode)
            .snapshot());
    return this;
  }

  /** Adds broadcast state. */
  public NewHeader addBroadcast(MapStateDescriptor<?, ?> state) {
    broadcast.add(
        new RegisteredBroadcastStateBackendMetaInfo<>(
                state.getName(),
                Mode.BROADCAST,
                state.getKeySerializer(),
                state.getValueSerializer())
            .snapshot());
    return this;
  }

  /** The header of keyed state. */
  public FileHeader ofKeys(TypeSerializer<?> key) {
    return FileHeader.keyed(
        written(new KeyedBackendSerializationProxy<>(key, keyed, false)), new HeaderSearches());
  }

  /** The header of operator state. */
  public FileHeader ofOperator() {
    return FileHeader.operator(
        written(new OperatorBackendSerializationProxy(lists, broadcast, false)),
        new HeaderSearches());
  }

  private static ByteReader written(IOReadableWritable header) {
    DataOutputSerializer out = new DataOutputSerializer(FIRST_BUFFER);
    try {
      header.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("Failed to write a header", e);
    }
    return ByteReader.of(NAME, out.getCopyOfBuffer());
  }
}
