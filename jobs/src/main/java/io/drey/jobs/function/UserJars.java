// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.function;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.util.FlinkUserCodeClassLoaders;

/**
 * Jars with the user's classes, loaded as Flink loads them on a cluster: by a child-first class
 * loader that leaves to its parent what the jars lack and what both sides have to share.
 *
 * @param files each a readable jar
 */
public record UserJars(List<Path> files) {
  /** Shared packages: otherwise a class of a jar would not implement the program's interfaces. */
  private static final List<String> SHARED = List.of("io.drey.", "com.fasterxml.jackson.");

  public UserJars {
    files = List.copyOf(files);
    files.forEach(UserJars::check);
  }

  private static void check(Path file) {
    try (ZipFile jar = new ZipFile(file.toFile())) {
      jar.size();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "Invalid --jar: must be a readable jar but was '" + file + "'", e);
    }
  }

  /** Runs an action with a context class loader that also finds the classes of the jars. */
  public <T> T within(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(classLoader(before));
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private ClassLoader classLoader(ClassLoader parent) {
    return files.isEmpty()
        ? parent
        : FlinkUserCodeClassLoaders.create(
            files.stream().map(UserJars::url).toArray(URL[]::new),
            parent,
            Configuration.fromMap(
                options(Map.of(CoreOptions.CHECK_LEAKED_CLASSLOADER.key(), "false"))));
  }

  /** Adds the Flink options with which a job loads the jars. */
  public Map<String, String> options(Map<String, String> others) {
    if (files.isEmpty()) {
      return others;
    }
    Map<String, String> options = new LinkedHashMap<>(others);
    options.put(
        PipelineOptions.JARS.key(),
        files.stream().map(file -> url(file).toString()).collect(Collectors.joining(";")));
    String shared = String.join(";", SHARED);
    options.merge(
        CoreOptions.ALWAYS_PARENT_FIRST_LOADER_PATTERNS_ADDITIONAL.key(),
        shared,
        (own, added) -> own + ";" + added);
    return options;
  }

  private static URL url(Path file) {
    try {
      return file.toAbsolutePath().toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Where a class loader has searched, for messages. */
  static String shown(ClassLoader loader) {
    return loader instanceof URLClassLoader jars
        ? "looked in: "
            + Arrays.stream(jars.getURLs())
                .map(url -> Path.of(url.getPath()).getFileName().toString())
                .collect(Collectors.joining(", "))
        : "no --jar was given";
  }
}
