// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.probe;

import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Refers to an object of this process from functions, which are serialized: all copies do. */
public final class InProcess<T> implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Map<UUID, Object> ALL = new ConcurrentHashMap<>();

  private final UUID id = UUID.randomUUID();

  /** Refers to an object, which the process then retains. */
  public static <T> InProcess<T> to(T object) {
    InProcess<T> reference = new InProcess<>();
    ALL.put(reference.id, object);
    return reference;
  }

  /** The object. */
  @SuppressWarnings("unchecked") // only one of type T was put
  public T get() {
    return (T) Objects.requireNonNull(ALL.get(id));
  }
}
