// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.cep;

import io.drey.state.snapshot.serializer.SnapshotBody;
import io.drey.state.snapshot.serializer.SnapshotFamily;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.FieldsType;
import io.drey.state.snapshot.type.MomentType;
import io.drey.state.snapshot.type.OptionalType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.SequenceType;
import io.drey.state.snapshot.type.StringType;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The snapshots of CEP's serializers.
 *
 * <p>The shared buffer holds each event once, under its {@code id}: a number among the events of
 * the same instant, and the instant. Each stage that took an event is an entry of it, which leads
 * to that of the event before. A partial match is where the automaton stands: the stage that it
 * waits in, since when, and the entry of the event that it took last.
 */
public final class CepSnapshots {
  private static final String NFA = "org.apache.flink.cep.nfa.";
  private static final String BUFFER = NFA + "sharedbuffer.";
  private static final int FIRST_WITH_PREVIOUS_TIME = 2;

  /** The instant of an event; -1 stands for none. */
  private static final MomentType TIME = new MomentType(-1);

  private CepSnapshots() {}

  public static Map<String, Function<SnapshotBody, ValueType>> all() {
    SnapshotFamily family = new SnapshotFamily();
    family.put(
        NFA + "DeweyNumber$DeweyNumberSerializer$DeweyNumberSerializerSnapshot",
        body -> body.simple(PatternVersion.VERSION));
    family.put(
        BUFFER + "EventId$EventIdSerializer$EventIdSerializerSnapshot",
        body -> body.simple(object("EventId", Field.of("id", Scalar.INT), Field.of("at", TIME))));
    family.one(
        BUFFER + "NodeId$NodeIdSerializer$NodeIdSerializerSnapshot",
        event ->
            new OptionalType(
                object("NodeId", Field.of("event", event), Field.of("stage", StringType.STRING))));
    family.two(
        BUFFER + "SharedBufferEdge$SharedBufferEdgeSerializer$SharedBufferEdgeSerializerSnapshot",
        (node, version) ->
            object("Edge", Field.of("previous", node), Field.of("version", version)));
    family.one(
        BUFFER + "LockableTypeSerializerSnapshot",
        element ->
            object(
                "Lockable<" + element.text() + ">",
                Field.of("references", Scalar.INT),
                Field.of("element", element)));
    family.one(
        BUFFER + "SharedBufferNodeSerializerSnapshotV2",
        edge ->
            object(
                "Node",
                Field.of(
                    "edges",
                    SequenceType.list(
                        object(
                            "Lockable<Edge>",
                            Field.of("references", Scalar.INT),
                            Field.of("edge", edge))))));
    family.put(NFA + "NFAStateSerializerSnapshot", CepSnapshots::automaton);
    return family.byClass();
  }

  private static ValueType automaton(SnapshotBody body) {
    boolean hasPreviousTime =
        body.outerVersion() >= FIRST_WITH_PREVIOUS_TIME && body.in().readBoolean();
    List<ValueType> parts = body.nested(3);
    List<Field> fields = new ArrayList<>();
    fields.add(Field.of("stage", StringType.STRING));
    fields.add(Field.of("last", parts.get(1)));
    fields.add(Field.of("version", parts.get(0)));
    fields.add(Field.of("since", TIME));
    if (hasPreviousTime) {
      fields.add(Field.of("last_at", TIME));
    }
    fields.add(Field.of("first", new OptionalType(parts.get(2))));
    ValueType matches = SequenceType.list(new FieldsType("Match", List.copyOf(fields)));
    return object("NFAState", Field.of("partial", matches), Field.of("completed", matches));
  }

  private static FieldsType object(String name, Field... fields) {
    return new FieldsType(name, List.of(fields));
  }
}
