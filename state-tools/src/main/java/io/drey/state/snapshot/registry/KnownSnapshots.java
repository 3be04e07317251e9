// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import io.drey.state.snapshot.serializer.SnapshotBody;
import io.drey.state.snapshot.serializer.SnapshotFamily;
import io.drey.state.snapshot.serializer.SnapshotOutput;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.type.avro.AvroSchemas;
import io.drey.state.snapshot.type.cep.CepSnapshots;
import io.drey.state.snapshot.type.drey.EventType;
import io.drey.state.snapshot.type.kryo.KryoRegistrations;
import io.drey.state.snapshot.type.runtime.FlinkSnapshots;
import io.drey.state.snapshot.type.scala.ScalaSnapshots;
import io.drey.state.snapshot.type.sql.SqlSnapshots;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All serializer snapshots whose format is known: the families joined. */
final class KnownSnapshots {
  private static final Map<String, Function<SnapshotBody, ValueType>> BY_CLASS = new HashMap<>();

  /** Those whose snapshots are also written. */
  private static final List<SnapshotFamily> WRITTEN =
      List.of(
          ScalarSnapshots.all(),
          CollectionSnapshots.all(),
          RecordSnapshots.all(),
          RuntimeSnapshots.all(),
          EventType.snapshots());

  static {
    WRITTEN.forEach(family -> BY_CLASS.putAll(family.byClass()));
    List.of(
            SqlSnapshots.all(),
            AvroSchemas.snapshots(),
            KryoRegistrations.snapshots(),
            FlinkSnapshots.all(),
            ScalaSnapshots.all(),
            CepSnapshots.all())
        .forEach(BY_CLASS::putAll);
  }

  private KnownSnapshots() {}

  /** What reads the body of a snapshot of a class; null if the class is not known. */
  static @Nullable Function<SnapshotBody, ValueType> of(String className) {
    return BY_CLASS.get(className);
  }

  /** What writes the snapshot of a type; null if it cannot be written by its type alone. */
  static @Nullable Consumer<SnapshotOutput> writing(ValueType type) {
    for (SnapshotFamily family : WRITTEN) {
      Consumer<SnapshotOutput> writing = family.writing(type);
      if (writing != null) {
        return writing;
      }
    }
    return null;
  }
}
