// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import static io.drey.state.snapshot.type.versioned.Members.list;
import static io.drey.state.snapshot.type.versioned.Members.moment;
import static io.drey.state.snapshot.type.versioned.Members.number;
import static io.drey.state.snapshot.type.versioned.Members.object;
import static io.drey.state.snapshot.type.versioned.Members.present;
import static io.drey.state.snapshot.type.versioned.Members.text;

import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.UtfType;
import io.drey.state.snapshot.type.ValueType;

/** The formats of Flink's file sink. */
final class FileSinkFormats {
  private static final int OPEN_MARK = 0xb3a4073d;
  private static final int FINISHED_MARK = 0x2c853c89;
  private static final int COMMITTABLE_MARK = 0x1e765c80;
  private static final int BUCKET_MARK = 0x1e764b79;
  private static final int REQUEST_MARK = 0x2fc61e19;
  private static final int REMAINING_MARK = 0xa946be83;

  /** What a file system needs to go on with a file, or to finish it. */
  static final VersionedFormat RECOVERABLE =
      new VersionedFormat().version(1, LocalFileLayout.LOCAL_FILE);

  private static final ValueType FILE = VersionedType.of(RECOVERABLE);
  private static final Field OF_FILE = Field.of("file", FILE);
  private static final Field PATH = present("path", UtfType.TEXT);
  private static final Field BUCKET = text("bucket");

  private static final ValueType OPEN =
      VersionedType.of(
          new VersionedFormat().marked(1, OPEN_MARK, OF_FILE).marked(2, OPEN_MARK, PATH, OF_FILE));

  private static final VersionedFormat FINISHED =
      new VersionedFormat()
          .marked(1, FINISHED_MARK, OF_FILE)
          .marked(2, FINISHED_MARK, PATH, number("size"), OF_FILE);

  private static final Field PENDING = present("pending", VersionedType.of(FINISHED));
  private static final Field ABANDONED = present("open_to_delete", OPEN);

  static final VersionedFormat COMMITTABLE =
      new VersionedFormat()
          .marked(1, COMMITTABLE_MARK, PENDING, ABANDONED)
          .marked(
              2,
              COMMITTABLE_MARK,
              BUCKET,
              PENDING,
              ABANDONED,
              present("compacted_to_delete", UtfType.TEXT));

  private static final Field BUCKET_ID = Field.of("bucket", BucketIdType.BUCKET_ID);
  private static final Field BUCKET_PATH = text("path");
  private static final Field CREATED = moment("created");

  static final VersionedFormat WRITER =
      new VersionedFormat()
          .marked(
              1,
              BUCKET_MARK,
              BUCKET_ID,
              BUCKET_PATH,
              CREATED,
              present("open", FILE),
              pending(RECOVERABLE))
          .marked(
              2,
              BUCKET_MARK,
              BUCKET_ID,
              BUCKET_PATH,
              CREATED,
              present("open", OPEN),
              pending(FINISHED))
          .marked(3, BUCKET_MARK, BUCKET_ID, BUCKET_PATH, CREATED, present("open", OPEN));

  private static final VersionedFormat REQUEST =
      new VersionedFormat()
          .marked(
              1,
              REQUEST_MARK,
              BUCKET,
              Field.of("compact", VersionedListType.of(COMMITTABLE)),
              Field.of("pass_through", VersionedListType.of(COMMITTABLE)));

  static final VersionedFormat REMAINING_REQUESTS =
      new VersionedFormat()
          .marked(
              1,
              REMAINING_MARK,
              list(
                  "checkpoints",
                  object(
                      number("checkpoint"), Field.of("requests", VersionedListType.of(REQUEST)))));

  private FileSinkFormats() {}

  /** What older versions kept until the checkpoint was complete. */
  private static Field pending(VersionedFormat files) {
    return Field.of("pending", new PendingFilesType(Candidates.of(files)));
  }
}
