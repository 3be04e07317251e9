// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import io.drey.state.snapshot.type.job.JobClasses;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/** The classes of {@code --jar}, on the thread's class loader. */
public final class JarClasses {
  private static final String SUFFIX = ".class";

  private JarClasses() {}

  /**
   * Loads a class, without running its code.
   *
   * @throws ClassNotFoundException if it is in no jar
   */
  public static Class<?> load(String name) throws ClassNotFoundException {
    return JobClasses.load(name);
  }

  /** The names of the jars' files. */
  public static List<String> jars() {
    return files().stream().map(File::getName).toList();
  }

  /** The names of all classes in the jars. */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    for (File file : files()) {
      try (JarFile jar = new JarFile(file)) {
        jar.stream()
            .map(entry -> entry.getName())
            .filter(entry -> entry.endsWith(SUFFIX))
            .map(entry -> entry.substring(0, entry.length() - SUFFIX.length()).replace('/', '.'))
            .forEach(names::add);
      } catch (IOException e) {
        // it is named among those that were searched
      }
    }
    return names;
  }

  private static List<File> files() {
    List<File> files = new ArrayList<>();
    if (Thread.currentThread().getContextClassLoader() instanceof URLClassLoader loader) {
      for (URL url : loader.getURLs()) {
        files.add(new File(url.getPath()));
      }
    }
    return files;
  }
}
