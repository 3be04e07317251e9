package io.drey.state.snapshot.type;

import io.drey.state.snapshot.type.kryo.KryoType;
import org.jspecify.annotations.Nullable;

/** A value that only the job's own classes can decode. The message names what wrote it. */
public final class UndecodableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String className;
  private final transient @Nullable KryoType kryo;

  private UndecodableException(String writer, @Nullable String className, @Nullable KryoType kryo) {
    super(writer, null, false, false);
    this.className = className;
    this.kryo = kryo;
  }

  /** Of a serializer, or a class, of the job's. */
  public static UndecodableException ofClass(String className) {
    return new UndecodableException(className, className.contains(".") ? className : null, null);
  }

  /** Of a value that begins with the number or the name of its class, as Kryo writes it. */
  public static UndecodableException ofKryo(KryoType type) {
    return new UndecodableException(type.text(), type.className(), type);
  }

  /** The class that could tell more; null if none could. */
  public @Nullable String className() {
    return className;
  }

  /** Of what Kryo wrote; null if something else did. */
  public @Nullable KryoType kryo() {
    return kryo;
  }
}
