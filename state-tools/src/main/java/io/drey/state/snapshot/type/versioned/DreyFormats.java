// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import static io.drey.state.snapshot.type.versioned.Members.flag;
import static io.drey.state.snapshot.type.versioned.Members.index;
import static io.drey.state.snapshot.type.versioned.Members.list;
import static io.drey.state.snapshot.type.versioned.Members.moment;
import static io.drey.state.snapshot.type.versioned.Members.number;
import static io.drey.state.snapshot.type.versioned.Members.object;
import static io.drey.state.snapshot.type.versioned.Members.present;
import static io.drey.state.snapshot.type.versioned.Members.text;

import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.FieldsType;
import io.drey.state.snapshot.type.UtfType;
import io.drey.state.snapshot.type.ValueType;

/** The formats of Drey's own sources and sinks. */
final class DreyFormats {
  private static final ValueType RECOVERABLE = VersionedType.of(FileSinkFormats.RECOVERABLE);

  /** How far a reader has come in event time. */
  private static final Field TIMES =
      Field.of("times", object(moment("last"), moment("greatest"), moment("set_aside")));

  private static final FieldsType FILE =
      object(
          text("path"),
          text("inode"),
          Field.of("read", object(number("length"), number("head"), number("tail"))),
          Field.of("position", object(number("offset"), number("lines"), number("index"))),
          TIMES,
          flag("ended"));

  static final VersionedFormat FILE_SPLIT =
      new VersionedFormat().version(1, FILE.fields().toArray(Field[]::new));

  static final VersionedFormat FILE_ENUMERATOR =
      new VersionedFormat().version(1, list("splits", FILE));

  /** Of standard input, sockets and generators. */
  static final VersionedFormat READ_POSITION =
      new VersionedFormat().version(1, number("next")).version(2, number("next"), TIMES);

  /** Of the same. */
  static final VersionedFormat ASSIGNED = new VersionedFormat().version(1, flag("assigned"));

  static final VersionedFormat PART_STATE =
      new VersionedFormat()
          .version(
              1,
              index("subtask"),
              number("next_number"),
              list("columns", UtfType.TEXT),
              present("open", RECOVERABLE));

  static final VersionedFormat FINISHED_PART =
      new VersionedFormat()
          .version(1, Field.of("file", RECOVERABLE))
          .version(2, number("restored_from"), Field.of("file", RECOVERABLE));

  private DreyFormats() {}
}
