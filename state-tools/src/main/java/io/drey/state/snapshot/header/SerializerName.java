package io.drey.state.snapshot.header;

/** Names of serializers, from those of the snapshots that they leave. */
final class SerializerName {
  private static final String SNAPSHOT = "Snapshot";

  private SerializerName() {}

  /** {@code base.LongSerializer} of {@code base.LongSerializer$LongSerializerSnapshot}. */
  static String of(String snapshotClass) {
    if (!snapshotClass.endsWith(SNAPSHOT)) {
      return snapshotClass;
    }
    String name = snapshotClass.substring(0, snapshotClass.length() - SNAPSHOT.length());
    int inner = name.lastIndexOf('$');
    String outer = name.substring(0, Math.max(0, inner));
    return inner > 0 && outer.endsWith(name.substring(inner + 1)) ? outer : name;
  }
}
