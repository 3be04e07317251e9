package io.drey.state.snapshot.type;

import io.drey.state.snapshot.type.kryo.KryoType;
import org.jspecify.annotations.Nullable;

/** A value that only the job's own classes can decode. The message names its serializer. */
public final class UndecodableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String className;
  private final transient @Nullable KryoType kryo;

  private UndecodableException(String writer, @Nullable String className, @Nullable KryoType kryo) {
    super(writer, null, false, false);
    this.className = className;
    this.kryo = kryo;
  }

  /** For a serializer or a class of the job. */
  public static UndecodableException ofClass(String className) {
    return new UndecodableException(className, className.contains(".") ? className : null, null);
  }

  /** For a Kryo value, which begins with the number or the name of its class. */
  public static UndecodableException ofKryo(KryoType type) {
    return new UndecodableException(type.text(), type.className(), type);
  }

  /** The class that would help to decode the value; null if none would. */
  public @Nullable String className() {
    return className;
  }

  /** The type of a Kryo value; null if Kryo did not write it. */
  public @Nullable KryoType kryo() {
    return kryo;
  }
}
