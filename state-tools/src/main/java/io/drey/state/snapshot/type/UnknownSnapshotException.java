package io.drey.state.snapshot.type;

/** A serializer's snapshot whose end only its own class knows. */
final class UnknownSnapshotException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String className;

  UnknownSnapshotException(String className) {
    super(className, null, false, false);
    this.className = className;
  }

  String className() {
    return className;
  }
}
