// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import static io.drey.state.snapshot.type.versioned.Members.index;
import static io.drey.state.snapshot.type.versioned.Members.list;
import static io.drey.state.snapshot.type.versioned.Members.number;
import static io.drey.state.snapshot.type.versioned.Members.object;
import static io.drey.state.snapshot.type.versioned.Members.text;

import io.drey.state.snapshot.type.Field;
import java.util.ArrayList;
import java.util.List;

/** The formats of sources: those of Flink itself and of all connectors. */
final class SourceFormats {
  private static final VersionedFormat NUMBERS =
      new VersionedFormat().version(1, text("id"), number("from"), number("to"));

  private static final VersionedFormat NUMBERS_ENUMERATOR =
      new VersionedFormat()
          .version(1, list("splits", object(text("id"), number("from"), number("to"))));

  private static final List<VersionedFormat> PLAIN_SPLITS =
      List.of(
          KafkaFormats.SPLIT,
          KafkaFormats.CLUSTER_SPLIT,
          FileSourceFormats.SPLIT,
          DreyFormats.FILE_SPLIT,
          DreyFormats.READ_POSITION,
          NUMBERS);

  private static final List<VersionedFormat> PLAIN_ENUMERATORS =
      List.of(
          KafkaFormats.ENUMERATOR,
          KafkaFormats.CLUSTERS_ENUMERATOR,
          FileSourceFormats.ENUMERATOR,
          DreyFormats.FILE_ENUMERATOR,
          DreyFormats.ASSIGNED,
          NUMBERS_ENUMERATOR);

  /** What a source of several sources, one after the other, keeps of each. */
  private static final VersionedFormat HYBRID_SPLIT =
      new VersionedFormat()
          .version(
              0,
              index("source"),
              text("id"),
              Field.of("split", new VersionedType(new Candidates(PLAIN_SPLITS))));

  private static final VersionedFormat HYBRID_ENUMERATOR =
      new VersionedFormat()
          .version(
              0,
              index("source"),
              Field.of("enumerator", new VersionedType(new Candidates(PLAIN_ENUMERATORS))));

  /** What readers have been assigned, and how far they have come. */
  static final List<VersionedFormat> SPLITS = with(PLAIN_SPLITS, HYBRID_SPLIT);

  /** What no reader has been assigned yet, and what has been found. */
  static final List<VersionedFormat> ENUMERATORS = with(PLAIN_ENUMERATORS, HYBRID_ENUMERATOR);

  private SourceFormats() {}

  private static List<VersionedFormat> with(List<VersionedFormat> formats, VersionedFormat last) {
    List<VersionedFormat> all = new ArrayList<>(formats);
    all.add(last);
    return List.copyOf(all);
  }
}
