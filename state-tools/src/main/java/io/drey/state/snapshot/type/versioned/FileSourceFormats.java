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

/** The formats of Flink's file source. */
final class FileSourceFormats {
  static final VersionedFormat SPLIT =
      new VersionedFormat()
          .version(
              1,
              text("id"),
              Field.of("path", PathType.PATH),
              number("offset"),
              number("length"),
              moment("modified"),
              number("file_size"),
              list("hosts", UtfType.TEXT),
              present("position", object(number("offset"), number("records"))));

  static final VersionedFormat ENUMERATOR =
      new VersionedFormat().version(1, new PendingSplitsLayout(Candidates.of(SPLIT)));

  private FileSourceFormats() {}
}
