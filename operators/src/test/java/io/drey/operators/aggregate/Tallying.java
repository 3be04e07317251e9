package io.drey.operators.aggregate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;

/** Tells the result of a kind of measure, in one go or by way of tallies. */
final class Tallying<V, R> {
  private final MeasureType<V, R> kind;
  private final TypeSerializer<PartialMeasure> serializer =
      PartialMeasure.TYPE.createSerializer(new SerializerConfigImpl());

  Tallying(MeasureType<V, R> kind) {
    this.kind = kind;
  }

  /** The values in one accumulator. */
  @Nullable R of(List<? extends V> values) {
    return kind.result(tally(values));
  }

  /** The values in some order, in parts of some size, whose tallies are merged in some order. */
  @Nullable R scattered(List<? extends V> values, Random random) throws IOException {
    List<V> left = new ArrayList<>(values);
    List<PartialMeasure> tallies = new ArrayList<>();
    tallies.add(PartialMeasure.NOTHING);
    while (!left.isEmpty()) {
      List<V> part = new ArrayList<>();
      for (int i = random.nextInt(left.size()) / 2; i >= 0; i--) {
        part.add(left.remove(random.nextInt(left.size())));
      }
      tallies.add(sent(tally(part)));
    }
    while (tallies.size() > 1) {
      PartialMeasure one = tallies.remove(random.nextInt(tallies.size()));
      PartialMeasure other = tallies.remove(random.nextInt(tallies.size()));
      tallies.add(sent(kind.merge(one, other)));
    }
    return kind.result(tallies.get(0));
  }

  private PartialMeasure tally(List<? extends V> values) {
    Accumulator<V> accumulator = kind.accumulator();
    values.forEach(accumulator::add);
    return accumulator.tally();
  }

  /** As it is on the other side of the network, or out of a savepoint. */
  private PartialMeasure sent(PartialMeasure tally) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(tally, out);
    return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
  }
}
