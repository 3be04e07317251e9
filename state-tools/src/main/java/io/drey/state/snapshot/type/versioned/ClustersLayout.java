// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import static io.drey.state.snapshot.type.versioned.Members.list;
import static io.drey.state.snapshot.type.versioned.Members.object;
import static io.drey.state.snapshot.type.versioned.Members.text;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.MomentType;
import io.drey.state.snapshot.type.UtfType;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * The enumerator of a source of several clusters: the streams that it found, then the state of an
 * enumerator for each cluster, all of one version.
 *
 * @param hasRetained whether clusters follow that were removed, until when they are retained
 */
record ClustersLayout(ValueType streams, boolean hasRetained) implements Layout {
  private static final Candidates ENUMERATOR = Candidates.of(KafkaFormats.ENUMERATOR);

  /** The streams, each of topics of clusters, which may have other members. */
  static ValueType streamsOf(Field... others) {
    List<Field> cluster = new ArrayList<>();
    cluster.add(text("cluster"));
    cluster.add(list("topics", KafkaFormats.TOPIC_NAME));
    cluster.add(text("bootstrap_servers"));
    cluster.addAll(List.of(others));
    return CountedType.of(
        object(text("stream"), list("clusters", object(cluster.toArray(Field[]::new)))));
  }

  @Override
  public void skip(ByteReader in) {
    streams.skip(in);
    in.readInt();
    skipClusters(in, 0);
    if (hasRetained) {
      skipClusters(in, Long.BYTES);
    }
  }

  private static void skipClusters(ByteReader in, int gap) {
    for (int rest = in.readCount(); rest > 0; rest--) {
      UtfType.TEXT.skip(in);
      in.skip(gap);
      in.skip(in.readCount());
    }
  }

  @Override
  public void writeMembers(ByteReader in, ValueSink out) {
    out.name("streams");
    streams.write(in, out);
    int version = in.readInt();
    out.name("clusters");
    writeClusters(in, version, false, out);
    if (hasRetained) {
      out.name("retained");
      writeClusters(in, version, true, out);
    }
  }

  private static void writeClusters(ByteReader in, int version, boolean isRetained, ValueSink out) {
    out.beginArray();
    for (int rest = in.readCount(); rest > 0; rest--) {
      out.beginObject();
      out.name("cluster");
      UtfType.TEXT.write(in, out);
      if (isRetained) {
        out.name("until");
        MomentType.MOMENT.write(in, out);
      }
      out.name("enumerator");
      ENUMERATOR.write(version, in.slice(in.readCount()), out);
      out.endObject();
    }
    out.endArray();
  }
}
