// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.runtime;

import io.drey.state.snapshot.serializer.SnapshotBody;
import io.drey.state.snapshot.serializer.SnapshotFamily;
import io.drey.state.snapshot.type.ValueType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The serializer snapshots of this package. */
public final class FlinkSnapshots {
  private static final String FLINK = "org.apache.flink.";
  private static final String BASE = FLINK + "api.common.typeutils.base.";
  private static final String SINKS = FLINK + "streaming.api.functions.sink.";
  private static final String TRANSACTIONS = "TwoPhaseCommitSinkFunction$StateSerializerSnapshot";
  private static final int FIRST_THAT_MAY_LACK_OPEN = 3;

  private FlinkSnapshots() {}

  /** Returns the snapshots. */
  public static Map<String, Function<SnapshotBody, ValueType>> all() {
    SnapshotFamily family = new SnapshotFamily();
    family.simple(FLINK + "runtime.state.Java", JavaObjectType.JAVA_OBJECT);
    family.simple(BASE + "Variant", VariantType.VARIANT);
    family.simple(BASE + "Bitmap", BitmapType.BITMAP);
    family.one(
        FLINK
            + "streaming.runtime.streamrecord.StreamElementSerializer"
            + "$StreamElementSerializerSnapshot",
        StreamElementType::new);
    family.put(SINKS + TRANSACTIONS, FlinkSnapshots::transactions);
    family.put(SINKS + "legacy." + TRANSACTIONS, FlinkSnapshots::transactions);
    return family.byClass();
  }

  private static ValueType transactions(SnapshotBody body) {
    int version = body.outerVersion();
    boolean mayLackOpen =
        version == FIRST_THAT_MAY_LACK_OPEN
            || (version > FIRST_THAT_MAY_LACK_OPEN && body.in().readBoolean());
    List<ValueType> parts = body.nested(2);
    return new TransactionsType(parts.get(0), parts.get(1), mayLackOpen);
  }
}
