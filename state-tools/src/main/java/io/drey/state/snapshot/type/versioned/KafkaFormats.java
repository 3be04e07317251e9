// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import static io.drey.state.snapshot.type.versioned.Members.flag;
import static io.drey.state.snapshot.type.versioned.Members.index;
import static io.drey.state.snapshot.type.versioned.Members.list;
import static io.drey.state.snapshot.type.versioned.Members.number;
import static io.drey.state.snapshot.type.versioned.Members.object;
import static io.drey.state.snapshot.type.versioned.Members.present;
import static io.drey.state.snapshot.type.versioned.Members.text;

import io.drey.state.snapshot.type.EnumType;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.MomentType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.UtfType;
import java.util.List;
import java.util.regex.Pattern;

/** The formats of the Kafka connector. */
final class KafkaFormats {
  /** Legal names of topics. */
  static final UtfType TOPIC_NAME =
      new UtfType(Pattern.compile("[a-zA-Z0-9._-]{1,249}").asMatchPredicate());

  private static final Field TOPIC = Field.of("topic", TOPIC_NAME);
  private static final Field PARTITION = index("partition");
  private static final Field OFFSET = Field.of("offset", OffsetType.OFFSET);
  private static final Field STOP = Field.of("stop", OffsetType.OFFSET);
  private static final Field ASSIGNED = Field.of("assigned", AssignmentType.ASSIGNMENT);
  private static final Field STARTING = present("starting", FramedObjectType.OBJECT);
  private static final Field STOPPING = present("stopping", FramedObjectType.OBJECT);
  private static final Field DISCOVERED = flag("initial_discovery_finished");

  private static final List<Field> IN_PARTITION = List.of(TOPIC, PARTITION, OFFSET, STOP);

  static final VersionedFormat SPLIT =
      new VersionedFormat().version(0, IN_PARTITION.toArray(Field[]::new));

  /** Of a source of several clusters. */
  static final VersionedFormat CLUSTER_SPLIT =
      new VersionedFormat()
          .version(1, text("cluster"), index("split_version"), TOPIC, PARTITION, OFFSET, STOP)
          .version(
              2,
              text("cluster"),
              present("retained_until", MomentType.MOMENT),
              index("split_version"),
              TOPIC,
              PARTITION,
              OFFSET,
              STOP);

  static final VersionedFormat ENUMERATOR =
      new VersionedFormat()
          .version(
              0,
              Field.of(
                  "readers",
                  CountedType.of(
                          object(
                              index("subtask"),
                              Field.of(
                                  "splits",
                                  CountedType.of(new FramedFieldsType(IN_PARTITION, List.of())))))
                      .versioned()))
          .version(1, list("splits", object(TOPIC, PARTITION)))
          .version(2, list("splits", object(TOPIC, PARTITION, ASSIGNED)), DISCOVERED)
          .version(
              3,
              Field.of(
                  "splits",
                  CountedType.of(new FramedFieldsType(IN_PARTITION, List.of(ASSIGNED)))
                      .versioned()),
              DISCOVERED);

  /** Of a source of several clusters. */
  static final VersionedFormat CLUSTERS_ENUMERATOR =
      new VersionedFormat()
          .version(1, new ClustersLayout(ClustersLayout.streamsOf(), false))
          .version(2, new ClustersLayout(ClustersLayout.streamsOf(STARTING, STOPPING), false))
          .version(3, new ClustersLayout(ClustersLayout.streamsOf(STARTING, STOPPING), true));

  static final VersionedFormat WRITER =
      new VersionedFormat()
          .version(1, text("transactional_id_prefix"))
          .version(
              2,
              text("transactional_id_prefix"),
              Field.of("subtask", Scalar.INT),
              Field.of("subtasks", Scalar.INT),
              Field.of(
                  "ownership",
                  new EnumType(
                      "TransactionOwnership",
                      List.of("IMPLICIT_BY_SUBTASK_ID", "EXPLICIT_BY_WRITER_STATE"))),
              list("precommitted", object(text("transactional_id"), number("checkpoint"))));

  static final VersionedFormat COMMITTABLE =
      new VersionedFormat()
          .version(
              1, Field.of("epoch", Scalar.SHORT), number("producer_id"), text("transactional_id"));

  private KafkaFormats() {}
}
