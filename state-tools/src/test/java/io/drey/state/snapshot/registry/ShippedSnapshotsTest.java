// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.junit.jupiter.api.Test;

/** Every serializer snapshot that Flink ships is known, or there is a reason why not. */
class ShippedSnapshotsTest {
  private static final String FLINK = "org/apache/flink/";
  private static final String CLASS = ".class";

  /** Those that are not known, with the reason. */
  private static final Map<String, String> REASONS = reasons();

  private static Map<String, String> reasons() {
    String reason = "what Flink 1.7 and older wrote";
    return Stream.of(
            "NFA$MigratedNFASerializerSnapshot",
            "SharedBuffer$SharedBufferSerializerSnapshot",
            "sharedbuffer.SharedBufferNode$SharedBufferNodeSerializer"
                + "$SharedBufferNodeSerializerSnapshot")
        .collect(Collectors.toMap(name -> "org.apache.flink.cep.nfa." + name, name -> reason));
  }

  @Test
  void knowsThoseOfTheClassPath() throws IOException {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<Path> jars = jars(all);

    Set<String> shipped = shipped(jars, getClass().getClassLoader());

    assertThat(shipped).hasSizeGreaterThan(90);
    assertThat(shipped).filteredOn(ShippedSnapshotsTest::isUnknown).isEmpty();
  }

  @Test
  void knowsThoseOfFlink1() throws IOException {
    Path list = Path.of(System.getProperty("drey.root"), "flink-1.20", "target", "class-path");
    List<Path> jars = new ArrayList<>(jars(Files.readString(list).strip()));
    Path others = Path.of("target", "corpus", "flink-1");
    if (Files.exists(others)) {
      try (Stream<Path> files = Files.list(others)) {
        jars.addAll(files.toList());
      }
    }
    URL[] urls = new URL[jars.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = jars.get(i).toUri().toURL();
    }
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      Set<String> shipped = shipped(jars, loader);

      assertThat(shipped).hasSizeGreaterThan(50);
      assertThat(shipped).filteredOn(ShippedSnapshotsTest::isUnknown).isEmpty();
    }
  }

  private static boolean isUnknown(String name) {
    return KnownSnapshots.of(name) == null && !REASONS.containsKey(name);
  }

  private static List<Path> jars(String classPath) {
    return Stream.of(classPath.split(File.pathSeparator, -1))
        .filter(entry -> entry.endsWith(".jar") && !entry.endsWith("-tests.jar"))
        .map(Path::of)
        .filter(jar -> jar.getFileName().toString().startsWith("flink-"))
        .toList();
  }

  private static Set<String> shipped(List<Path> jars, ClassLoader loader) throws IOException {
    Set<String> shipped = new TreeSet<>();
    for (Path jar : jars) {
      try (JarFile open = new JarFile(jar.toFile())) {
        open.stream()
            .map(entry -> entry.getName())
            .filter(name -> name.startsWith(FLINK) && name.endsWith(CLASS))
            .filter(name -> name.contains("Snapshot"))
            .map(name -> name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
            .filter(name -> isSnapshot(name, loader))
            .forEach(shipped::add);
      }
    }
    return shipped;
  }

  private static boolean isSnapshot(String name, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(name, false, loader);
      Class<?> snapshot = Class.forName(TypeSerializerSnapshot.class.getName(), false, loader);
      return snapshot.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
