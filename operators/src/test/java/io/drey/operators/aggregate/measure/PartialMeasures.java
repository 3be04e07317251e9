// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;

/** The result of a type of measure, in one go or by way of partial results. */
final class PartialMeasures<V, R> {
  private final MeasureType<V, R> type;
  private final TypeSerializer<PartialMeasure> serializer =
      PartialMeasure.TYPE.createSerializer(new SerializerConfigImpl());

  PartialMeasures(MeasureType<V, R> type) {
    this.type = type;
  }

  /** The values in one accumulator. */
  @Nullable R of(List<? extends V> values) {
    return type.result(partial(values));
  }

  /**
   * The values in some order, in parts of some size, whose partial results are merged in some
   * order.
   */
  @Nullable R scattered(List<? extends V> values, Random random) throws IOException {
    List<V> left = new ArrayList<>(values);
    List<PartialMeasure> partials = new ArrayList<>();
    partials.add(PartialMeasure.NOTHING);
    while (!left.isEmpty()) {
      List<V> part = new ArrayList<>();
      for (int i = random.nextInt(left.size()) / 2; i >= 0; i--) {
        part.add(left.remove(random.nextInt(left.size())));
      }
      partials.add(sent(partial(part)));
    }
    while (partials.size() > 1) {
      PartialMeasure one = partials.remove(random.nextInt(partials.size()));
      PartialMeasure other = partials.remove(random.nextInt(partials.size()));
      partials.add(sent(type.merge(one, other)));
    }
    return type.result(partials.get(0));
  }

  private PartialMeasure partial(List<? extends V> values) {
    Accumulator<V> accumulator = type.accumulator();
    values.forEach(accumulator::add);
    return accumulator.partial();
  }

  /** As it is on the other side of the network, or out of a savepoint. */
  private PartialMeasure sent(PartialMeasure partial) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(partial, out);
    return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
  }
}
