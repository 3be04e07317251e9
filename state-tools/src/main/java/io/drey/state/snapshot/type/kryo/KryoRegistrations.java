// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.kryo;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.serializer.NamedSnapshots;
import io.drey.state.snapshot.serializer.SnapshotBody;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.type.job.JobClasses;
import io.drey.state.snapshot.type.job.JobType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads the classes that a job has registered with Kryo. */
public final class KryoRegistrations {
  /** Replaces the name of a class for which the job registered a serializer. */
  private static final String OF_ITS_OWN = "?";

  private static final int WITHOUT_SERIALIZER = 0;

  private KryoRegistrations() {}

  /** Returns the snapshots of Kryo's serializers. */
  public static Map<String, Function<SnapshotBody, ValueType>> snapshots() {
    return Map.of(
        "org.apache.flink.api.java.typeutils.runtime.kryo.KryoSerializerSnapshot",
        KryoRegistrations::type);
  }

  /** Reads the type of Kryo values from a serializer snapshot. */
  private static KryoType type(SnapshotBody body) {
    ByteReader in = body.in();
    int start = in.position();
    String className = in.readUtf();
    List<String> registered = read(in);
    boolean isPlain = NamedSnapshots.names(in).isEmpty();
    isPlain &= NamedSnapshots.names(in).isEmpty();
    int length = in.position() - start;
    List<List<String>> settings = settings(in, start);
    List<KryoVersion> versions = KryoVersion.of(in);
    in.position(start);
    ByteReader whole = in.slice(length);
    JobType ofJob =
        versions.contains(KryoVersion.FIVE)
            ? JobClasses.read(whole, body.className(), body.version(), "Kryo<" + className + ">")
            : null;
    return new KryoType(className, registered, settings, isPlain ? versions : List.of(), ofJob);
  }

  /** Reads all registrations with their content, and leaves off behind them. */
  private static List<List<String>> settings(ByteReader in, int start) {
    in.position(start);
    String unused = in.readUtf();
    return List.of(
        NamedSnapshots.contents(in), NamedSnapshots.contents(in), NamedSnapshots.contents(in));
  }

  /** Reads the class names in the order of their numbers. */
  private static List<String> read(ByteReader in) {
    List<String> numbered = new ArrayList<>();
    for (int rest = NamedSnapshots.readHeader(in); rest > 0; rest--) {
      String name = in.readUtf();
      NamedSnapshots.skipFrame(in);
      if (!hasSerializer(in)) {
        add(name, numbered);
      } else {
        numbered.add(OF_ITS_OWN);
      }
    }
    return List.copyOf(numbered);
  }

  private static boolean hasSerializer(ByteReader in) {
    if (!in.readBoolean()) {
      return false;
    }
    ByteReader frame = in.slice(in.readCount());
    frame.readUtf();
    return frame.readInt() != WITHOUT_SERIALIZER;
  }

  /** Registers a class, unless it has a number already. */
  private static void add(String name, List<String> numbered) {
    if (!KryoClasses.OF_KRYO.contains(name)
        && !KryoClasses.OF_FLINK.contains(name)
        && !numbered.contains(name)) {
      numbered.add(name);
    }
  }
}
