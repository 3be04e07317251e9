// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/** Versions of classes that no class path holds. */
public final class Versions {
  private Versions() {}

  /**
   * Compiles sources.
   *
   * @param sources by the names of their classes, without a package
   * @return the directory of the classes
   */
  public static Path compile(Path directory, Map<String, String> sources) throws IOException {
    Path folder = Files.createTempDirectory(directory, "version");
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-proc:none", "-d", folder.resolve("classes").toString()));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve(source.getKey() + ".java");
      arguments.add(Files.writeString(file, source.getValue()).toString());
    }
    run("javac", arguments.toArray(String[]::new));
    return folder.resolve("classes");
  }

  /** Packs classes. */
  public static Path jar(Path classes) {
    String jar = classes.resolveSibling("classes.jar").toString();
    run("jar", "--create", "--file", jar, "-C", classes.toString(), ".");
    return Path.of(jar);
  }

  /** Loads classes. */
  public static ClassLoader loader(Path classes) throws IOException {
    URL[] urls = {classes.toUri().toURL()};
    return new URLClassLoader(urls, Versions.class.getClassLoader());
  }

  private static void run(String tool, String... arguments) {
    int code = ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments);
    if (code != 0) {
      throw new AssertionError(tool + " failed with " + code);
    }
  }
}
