// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.job;

import io.drey.state.snapshot.bytes.ByteReader;
import java.io.IOException;
import java.net.URLClassLoader;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The job's classes, from the jars of {@code --jar}, which are on the thread's class loader. They
 * are used only for what cannot be decoded without them, and for what the user asks for by name.
 */
public final class JobClasses {
  private static final String FLINK = "org.apache.flink.";

  private JobClasses() {}

  /**
   * Reads a serializer snapshot with its own class.
   *
   * @param in the bytes after the snapshot's class and version
   * @param text the type as it is shown
   * @return null if the class does not exist or cannot read the snapshot
   */
  public static @Nullable JobType read(
      ByteReader in, String snapshotClass, int version, String text) {
    ClassLoader jars = jars();
    if (jars == null) {
      return null;
    }
    try {
      TypeSerializerSnapshot<?> snapshot = snapshot(jars, snapshotClass);
      snapshot.readSnapshot(version, new DataInputViewStreamWrapper(in.asStream()), jars);
      return new JobType(text, snapshot.restoreSerializer());
    } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError e) {
      return null;
    }
  }

  /** Returns the serializer that Flink has for a class; null if no jar has the class. */
  public static @Nullable TypeSerializer<?> serializer(String className) {
    try {
      return TypeInformation.of(load(className)).createSerializer(new SerializerConfigImpl());
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }

  /** The class loader of the jars; null if there are none. */
  private static @Nullable ClassLoader jars() {
    ClassLoader jars = Thread.currentThread().getContextClassLoader();
    return jars instanceof URLClassLoader named && named.getURLs().length > 0 ? jars : null;
  }

  private static TypeSerializerSnapshot<?> snapshot(ClassLoader jars, String name)
      throws ReflectiveOperationException {
    Class<?> found = find(jars, name);
    if (!isOfJar(found) && !name.startsWith(FLINK)) {
      throw new ClassNotFoundException(name);
    }
    return found.asSubclass(TypeSerializerSnapshot.class).getDeclaredConstructor().newInstance();
  }

  /**
   * Loads a class of the jars, without running its code.
   *
   * @throws ClassNotFoundException if they do not have it
   */
  public static Class<?> load(String name) throws ClassNotFoundException {
    Class<?> found = find(Thread.currentThread().getContextClassLoader(), name);
    if (!isOfJar(found)) {
      throw new ClassNotFoundException(name);
    }
    return found;
  }

  private static Class<?> find(ClassLoader jars, String name) throws ClassNotFoundException {
    return Class.forName(name, false, jars);
  }

  private static boolean isOfJar(Class<?> found) {
    return found.getClassLoader() != JobClasses.class.getClassLoader();
  }
}
