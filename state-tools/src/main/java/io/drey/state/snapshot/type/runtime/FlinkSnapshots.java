// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.runtime;

import io.drey.state.snapshot.serializer.SnapshotBody;
import io.drey.state.snapshot.serializer.SnapshotFamily;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.FieldsType;
import io.drey.state.snapshot.type.OptionalType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.SequenceType;
import io.drey.state.snapshot.type.UtfType;
import io.drey.state.snapshot.type.ValueType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The serializer snapshots of this package. */
public final class FlinkSnapshots {
  private static final String FLINK = "org.apache.flink.";
  private static final String BASE = FLINK + "api.common.typeutils.base.";
  private static final String SINKS = FLINK + "streaming.api.functions.sink.";
  private static final String KAFKA = FLINK + "streaming.connectors.kafka.FlinkKafkaProducer$";
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
    kafkaProducer(family);
    return family.byClass();
  }

  /** Adds the snapshots of the producer for Kafka that Flink 1 had before its unified sinks. */
  private static void kafkaProducer(SnapshotFamily family) {
    SequenceType ids = SequenceType.list(UtfType.TEXT);
    family.simple(KAFKA + "ContextState", ids);
    family.simple(
        KAFKA + "TransactionState",
        new FieldsType(
            "KafkaTransaction",
            List.of(
                Field.of("transactionalId", new OptionalType(UtfType.TEXT)),
                Field.of("producerId", Scalar.LONG),
                Field.of("epoch", Scalar.SHORT))));
    family.simple(
        KAFKA + "NextTransactionalIdHint",
        new FieldsType(
            "NextTransactionalIdHint",
            List.of(
                Field.of("nextFreeTransactionalId", Scalar.LONG),
                Field.of("lastParallelism", Scalar.INT))));
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
