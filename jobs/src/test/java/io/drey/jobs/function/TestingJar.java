// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.function;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

/** Jars of classes that no class path holds. */
public final class TestingJar {
  private TestingJar() {}

  /** Compiles the source of a class and packs it. */
  public static Path of(Path directory, String className, String source) throws IOException {
    Path folder = Files.createTempDirectory(directory, "jar");
    Path file = Files.writeString(folder.resolve(className + ".java"), source);
    String classes = folder.resolve("classes").toString();
    Path jar = folder.resolve(className + ".jar");
    String classPath = System.getProperty("java.class.path");
    run("javac", "-cp", classPath, "-d", classes, file.toString());
    run("jar", "--create", "--file", jar.toString(), "-C", classes, ".");
    return jar;
  }

  /** Runs a tool of the JDK, which must succeed. */
  public static void run(String tool, String... arguments) {
    int code = ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments);
    if (code != 0) {
      throw new AssertionError(tool + " failed with " + code);
    }
  }
}
