// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import static io.drey.state.snapshot.type.versioned.Members.index;
import static io.drey.state.snapshot.type.versioned.Members.number;
import static io.drey.state.snapshot.type.versioned.Members.present;

import io.drey.state.snapshot.type.EnumType;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.ValueType;
import java.util.List;

/** The formats of sinks: those in which Flink wraps what connectors write, and theirs. */
final class SinkFormats {
  private static final int COLLECTOR_MARK = 0xb91f252c;
  private static final int GLOBAL_MARK = 0xb91f252b;

  /** What writers of sinks go on with. */
  static final List<VersionedFormat> WRITERS =
      List.of(KafkaFormats.WRITER, FileSinkFormats.WRITER, DreyFormats.PART_STATE);

  /** What is to be committed. */
  private static final Candidates COMMITTABLE =
      Candidates.of(
          KafkaFormats.COMMITTABLE, FileSinkFormats.COMMITTABLE, DreyFormats.FINISHED_PART);

  private static final EnumType STATE =
      new EnumType("CommitRequestState", List.of("RECEIVED", "RETRY", "FAILED", "COMMITTED"));

  private static final Field REQUESTS =
      Field.of(
          "requests",
          VersionedListType.of(
              new VersionedFormat()
                  .version(
                      0,
                      Field.of("committable", new VersionedType(COMMITTABLE)),
                      index("retries"),
                      Field.of("state", STATE))));

  private static final Field EXPECTED = index("committables");
  private static final Field DRAINED = index("drained");
  private static final Field FAILED = index("failed");
  private static final Field SUBTASK = index("subtask");

  private static final ValueType SUBTASKS =
      VersionedListType.of(
          new VersionedFormat()
              .version(0, REQUESTS, EXPECTED, DRAINED, FAILED)
              .version(1, SUBTASK, REQUESTS, EXPECTED, DRAINED, FAILED)
              .version(2, SUBTASK, REQUESTS, EXPECTED, FAILED));

  private static final Field CHECKPOINT = number("checkpoint");
  private static final Field OF_SUBTASKS = Field.of("subtasks", SUBTASKS);

  private static final VersionedFormat CHECKPOINTS =
      new VersionedFormat()
          .version(0, CHECKPOINT, OF_SUBTASKS)
          .version(1, CHECKPOINT, index("parallelism"), OF_SUBTASKS);

  /** In version 1, of Flink 1.14 and before, those of one checkpoint. */
  private static final VersionedFormat COLLECTOR =
      new VersionedFormat()
          .marked(1, COLLECTOR_MARK, Field.of("committables", new VersionedListType(COMMITTABLE)))
          .marked(2, COLLECTOR_MARK, Field.of("checkpoints", VersionedListType.of(CHECKPOINTS)));

  private static final VersionedFormat GLOBAL =
      new VersionedFormat()
          .marked(
              2,
              GLOBAL_MARK,
              present("global_committables", VersionedListType.of()),
              Field.of("collector", VersionedType.of(COLLECTOR)));

  /** What committers have to commit. */
  static final List<VersionedFormat> COMMITTABLES = List.of(COLLECTOR, GLOBAL);

  private SinkFormats() {}
}
