// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import org.jspecify.annotations.Nullable;

/** A value that only the job's own classes can decode. The message names its serializer. */
public final class UndecodableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String className;
  private final transient @Nullable ValueType type;

  private UndecodableException(
      String writer, @Nullable String className, @Nullable ValueType type) {
    super(writer, null, false, false);
    this.className = className;
    this.type = type;
  }

  /** For a serializer or a class of the job. */
  public static UndecodableException ofClass(String className) {
    return new UndecodableException(className, className.contains(".") ? className : null, null);
  }

  /**
   * For a value of a type that can tell more of its bytes.
   *
   * @param className the class that would help to decode it
   */
  public static UndecodableException ofType(ValueType type, String className) {
    return new UndecodableException(type.text(), className, type);
  }

  /** The class that would help to decode the value; null if none would. */
  public @Nullable String className() {
    return className;
  }

  /** The type of the value, if that can tell more of its bytes; else null. */
  public @Nullable ValueType type() {
    return type;
  }
}
